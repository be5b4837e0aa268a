package dev.rechat.conversation.export;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.web.download.Download;
import dev.rechat.web.download.Downloads;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** One's conversations as files. Whoever loses the right to read them in the middle gets no more. */
@Controller("/api/v1/conversations")
@Secured(Permission.READ)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ExportController {

    private final Exports exports;
    private final Downloads downloads;

    ExportController(Exports exports, Downloads downloads) {
        this.exports = exports;
        this.downloads = downloads;
    }

    /** All but those in the trash and temporary ones. */
    // Not for HEAD: nobody would read what was begun.
    @Get(uri = "/export", produces = MediaType.ALL, headRoute = false)
    HttpResponse<InputStream> all(HttpRequest<?> request, CurrentUser user, @Nullable @QueryValue String format) {
        ExportFormat wanted = ExportFormat.of(format);
        return answer(request, exports.all(user.id(), wanted), wanted);
    }

    @Get(uri = "/{id}/export", produces = MediaType.ALL, headRoute = false)
    HttpResponse<InputStream> one(
            HttpRequest<?> request, CurrentUser user, ConversationId id, @Nullable @QueryValue String format) {
        ExportFormat wanted = ExportFormat.of(format);
        return answer(request, exports.one(id, user.id(), wanted), wanted);
    }

    private HttpResponse<InputStream> answer(HttpRequest<?> request, Exports.Document document, ExportFormat format) {
        var download = new Download(document.name(), MediaType.of(format.mediaType), document.pieces());
        return downloads.answer(request, Permission.READ, download);
    }
}
