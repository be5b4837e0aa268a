package dev.rechat.chat.http;

import dev.rechat.chat.turn.TurnReading;
import dev.rechat.chat.turn.TurnStops;
import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/** Turns that were begun: their state, their events again, their end before its time. */
@Controller("/api/v1/chat/turns/{id}")
@Secured({Permission.CHAT, Permission.READ})
class TurnController {

    private final TurnReading reading;
    private final TurnStops stops;
    private final ReadingRights rights;

    TurnController(TurnReading reading, TurnStops stops, ReadingRights rights) {
        this.reading = reading;
        this.stops = stops;
        this.rights = rights;
    }

    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    TurnState get(CurrentUser user, TurnId id) {
        return state(reading.requireReadable(id, user.id()));
    }

    /**
     * What a reader has not seen, then everything as it happens.
     *
     * @param lastEventId the number of the last event seen
     * @param after the same for clients that cannot send the header, which wins
     * @return 204 when the turn is over and nothing is left to tell, so that an {@code EventSource} stops asking
     */
    @Get(
            uri = "/events",
            produces = {MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_JSON})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> events(
            HttpRequest<?> request,
            CurrentUser user,
            TurnId id,
            @Header("Last-Event-ID") @Nullable @PositiveOrZero Integer lastEventId,
            @QueryValue @Nullable @PositiveOrZero Integer after) {
        int last = lastEventId != null ? lastEventId : after != null ? after : 0;
        var caller = Streams.caller(request, AppLogSource.WEB_APP);
        TurnReading.Reading events = reading.after(reading.requireReadable(id, user.id()), last, caller);
        return events.feed().endsAt(events.after())
                ? HttpResponse.noContent()
                : Streams.answer(
                        events.feed().after(events.after(), rights.of(request, Permission.CHAT, Permission.READ)));
    }

    /** Asks for the end of a turn; how it ended is told by its events and its state. */
    @Post("/stop")
    @Secured(Permission.CHAT)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<TurnState> stop(CurrentUser user, TurnId id) {
        return HttpResponse.accepted().body(state(stops.stop(reading.require(id, user.id()))));
    }

    private TurnState state(Turn turn) {
        return TurnState.of(turn, reading.lastEvent(turn));
    }
}
