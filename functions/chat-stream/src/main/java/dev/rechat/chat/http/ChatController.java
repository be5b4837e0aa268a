package dev.rechat.chat.http;

import dev.rechat.chat.turn.StartTurn;
import dev.rechat.chat.turn.TurnStarts;
import dev.rechat.kernel.account.Permission;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** Asks an app and streams its answer. */
@Controller("/api/v1/chat")
@Secured(Permission.CHAT)
class ChatController {

    private final TurnStarts turns;
    private final ReadingRights rights;

    ChatController(TurnStarts turns, ReadingRights rights) {
        this.turns = turns;
        this.rights = rights;
    }

    /**
     * Asks a question. Everything that can be refused is refused before the stream begins.
     *
     * @param idempotencyKey the same key and question again give the same turn
     * @return the turn's events from the first
     */
    @Post(
            uri = "/stream",
            produces = {MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_JSON})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<FrameStream> stream(
            HttpRequest<?> request,
            CurrentUser user,
            @Header("Idempotency-Key") @Nullable String idempotencyKey,
            @Valid @Body StartTurn start) {
        return Streams.answer(
                turns.start(user.id(), start, idempotencyKey, Streams.caller(request, AppLogSource.WEB_APP))
                        .after(0, rights.of(request, Permission.CHAT)));
    }
}
