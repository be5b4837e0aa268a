package dev.rechat.conversation.importing;

import dev.rechat.kernel.account.Permission;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.web.upload.RequestBytes;
import dev.rechat.web.upload.TakesDocument;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings conversations back from a document. */
@Controller("/api/v1/conversations/import")
@Secured(Permission.CHAT)
final class ImportController {

    private final ImportWriting writing;

    ImportController(ImportWriting writing) {
        this.writing = writing;
    }

    /** Takes all of a document or nothing. @param appId id or slug of the app for conversations whose own one is not here */
    @Post(consumes = MediaType.APPLICATION_JSON)
    @TakesDocument
    @ExecuteOn(TaskExecutors.BLOCKING)
    ImportResult bring(HttpRequest<?> request, CurrentUser user, @Nullable @QueryValue("app_id") String appId) {
        Warnings warnings = new Warnings();
        List<IncomingConversation> conversations =
                DocumentReader.read(RequestBytes.read(request, TakesDocument.MAX_BYTES), warnings);
        return Deadlocks.retry(() -> writing.write(user.id(), conversations, appId, warnings.copy()));
    }
}
