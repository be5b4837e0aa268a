package dev.rechat.chat.file;

import dev.rechat.chat.app.EnabledApps;
import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.FileId;
import dev.rechat.persistence.app.App;
import dev.rechat.web.upload.FormData;
import dev.rechat.web.upload.TakesFiles;
import dev.rechat.web.upload.UploadLimit;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.io.InputStream;
import java.util.Set;

/** Files to an app and back; people never speak with Dify themselves. */
@Controller("/api/v1/chat/files")
@Secured(Permission.CHAT)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FileController {

    private final EnabledApps apps;
    private final Uploads uploads;
    private final OwnFiles files;
    private final UploadLimit limit;

    FileController(EnabledApps apps, Uploads uploads, OwnFiles files, UploadLimit limit) {
        this.apps = apps;
        this.uploads = uploads;
        this.files = files;
        this.limit = limit;
    }

    /** Takes {@code file} and {@code app_id}; the file can be named in a question then. */
    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    @TakesFiles
    HttpResponse<TurnFile> upload(HttpRequest<?> request, CurrentUser user) {
        FormData form = FormData.read(request, limit, Set.of("file", "app_id"));
        App app = apps.require(user.id(), form.field("app_id"));
        return HttpResponse.created(TurnFile.of(uploads.upload(user.id(), app, form.file("file"))));
    }

    /** The bytes; what a browser could run is never shown in place. */
    // Not for HEAD: nobody would close what was opened at Dify.
    @Get(uri = "/{id}", produces = MediaType.ALL, headRoute = false)
    @Secured({Permission.CHAT, Permission.READ})
    HttpResponse<InputStream> download(
            CurrentUser user, FileId id, @QueryValue(defaultValue = "false") boolean download) {
        return files.open(user, id, download);
    }
}
