package dev.rechat.persistence.turn;

import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * Consecutive events of one turn as they went out.
 *
 * @param firstEvent its number within the turn, from 1
 * @param frames the events one after the other in the form of server-sent events
 * @param compressed whether {@code frames} is in the zlib format (RFC 1950)
 */
@MappedEntity("turn_events")
public record TurnEvents(
        @Id @IdColumn TurnId turnId,
        @Id int firstEvent,
        int lastEvent,
        byte[] frames,
        boolean compressed,
        Instant createdAt) {

    /** Without the frames: what people read is never logged. */
    @Override
    public String toString() {
        return "TurnEvents[" + turnId + " " + firstEvent + " to " + lastEvent + ", " + frames.length + " bytes]";
    }
}
