package dev.rechat.chat.file;

import dev.rechat.chat.app.EnabledApps;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.id.FileId;
import dev.rechat.kernel.share.OpenShare;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.persistence.share.SharedFileRepository;
import dev.rechat.web.share.SharedLinks;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.InputStream;

/** Files of a shared conversation, for who may read it: {@link SharedLinks} decides, as the house has it. */
@Controller("/api/v1/shared/{token}/files")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SharedFileController {

    private final SharedLinks links;
    private final SharedFileRepository files;
    private final EnabledApps apps;
    private final Downloads downloads;

    SharedFileController(SharedLinks links, SharedFileRepository files, EnabledApps apps, Downloads downloads) {
        this.links = links;
        this.files = files;
        this.apps = apps;
        this.downloads = downloads;
    }

    /** The bytes of a file that a message of the share carries, kept nowhere: the link may be revoked. */
    // Not for HEAD: nobody would close what was opened at Dify.
    @Get(uri = "/{fileId}", produces = MediaType.ALL, headRoute = false)
    HttpResponse<InputStream> download(
            HttpRequest<?> request, String token, FileId fileId, @QueryValue(defaultValue = "false") boolean download) {
        OpenShare share = links.require(request, token);
        StoredFile file =
                files.findCarried(fileId, share.id(), share.owner()).orElseThrow(() -> new NotFoundException("file"));
        return FileAnswer.of(file, downloads.open(apps.requireSource(file.appId()), file), download, "no-store");
    }
}
