package dev.rechat.chat.openai.http;

import dev.rechat.chat.file.OwnFiles;
import dev.rechat.chat.openai.link.FileLinks;
import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.id.FileId;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.io.InputStream;

/** Files that apps have put into their answers, under the address that the answer tells. */
@Controller("/v1/files")
@Secured({Permission.CHAT, Permission.READ})
@ExecuteOn(TaskExecutors.BLOCKING)
final class FileContentController {

    private final OwnFiles files;
    private final FileLinks links;

    FileContentController(OwnFiles files, FileLinks links) {
        this.files = files;
        this.links = links;
    }

    /**
     * The bytes, as a browser may show them.
     *
     * @param mark from the answer that named the file; an API key opens nothing without the mark that was made for it
     */
    // Not for HEAD: nobody would close what was opened at Dify.
    @Get(uri = "/{id}/content", produces = MediaType.ALL, headRoute = false)
    HttpResponse<InputStream> content(CurrentUser user, FileId id, @QueryValue(defaultValue = "") String mark) {
        if (!links.given(user, id, mark)) {
            throw new NotFoundException("file");
        }
        return files.open(user, id, false);
    }
}
