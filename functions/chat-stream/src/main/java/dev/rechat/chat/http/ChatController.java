package dev.rechat.chat.http;

import dev.rechat.chat.turn.StartTurn;
import dev.rechat.chat.turn.TurnService;
import dev.rechat.web.request.RequestIds;
import dev.rechat.web.user.CurrentUser;
import dev.rechat.web.user.Roles;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import org.reactivestreams.Publisher;

/** Asks an app and streams its answer. */
@Controller("/api/v1/chat")
@Secured({Roles.ADMIN, Roles.USER})
class ChatController {

    private final TurnService turns;

    ChatController(TurnService turns) {
        this.turns = turns;
    }

    /**
     * Asks a question. Everything that can be refused is refused before the stream begins.
     *
     * @return the turn's events from the first
     */
    @Post(
            uri = "/stream",
            produces = {MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_JSON})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Publisher<Event<String>>> stream(
            HttpRequest<?> request, CurrentUser user, @Valid @Body StartTurn start) {
        // Proxies on the way must pass each event on at once.
        return HttpResponse.ok(
                        turns.start(user.id(), start, RequestIds.of(request)).after(0))
                .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache, no-transform")
                .header("X-Accel-Buffering", "no");
    }
}
