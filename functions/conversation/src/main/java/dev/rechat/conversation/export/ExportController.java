package dev.rechat.conversation.export;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.web.download.ContentDisposition;
import dev.rechat.web.user.Bearer;
import dev.rechat.web.user.CurrentRights;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpHeaders;
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
    private final CurrentRights rights;

    ExportController(Exports exports, CurrentRights rights) {
        this.exports = exports;
        this.rights = rights;
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
        Bearer bearer = Bearer.of(request);
        InputStream body = new PulledDocument(document.pieces(), () -> mustBeAllowed(bearer));
        return HttpResponse.ok(body)
                .contentType(MediaType.of(format.mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(document.name()));
    }

    private void mustBeAllowed(Bearer bearer) {
        boolean may = rights.of(bearer)
                .join()
                .filter(now -> now.permissions().contains(Permission.READ))
                .isPresent();
        if (!may) {
            throw new IllegalStateException("the bearer has lost the right to read");
        }
    }
}
