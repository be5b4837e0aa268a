package dev.rechat.persistence.turn;

import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** The logs of turns. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface TurnEventsRepository extends GenericRepository<TurnEvents, TurnId> {

    TurnEvents save(TurnEvents events);

    /** In one statement. */
    List<TurnEvents> saveAll(List<TurnEvents> events);

    /**
     * What comes after an event, in order; the first row may begin before it.
     *
     * @param after 0 for everything
     */
    @Query("SELECT turn_id, first_event, last_event, frames, compressed, created_at FROM turn_events"
            + " WHERE turn_id = :turnId AND last_event > :after"
            + " AND EXISTS (SELECT 1 FROM turns WHERE id = :turnId AND user_id = :userId)"
            + " ORDER BY first_event LIMIT :limit")
    List<TurnEvents> listAfter(@IdColumn TurnId turnId, @IdColumn UserId userId, int after, int limit);

    /** The number of the last event; 0 when there is none. */
    @Query("SELECT COALESCE(MAX(last_event), 0) FROM turn_events WHERE turn_id = :turnId"
            + " AND EXISTS (SELECT 1 FROM turns WHERE id = :turnId AND user_id = :userId)")
    int lastEvent(@IdColumn TurnId turnId, @IdColumn UserId userId);

    @Query("DELETE FROM turn_events WHERE turn_id = :turnId")
    long deleteLog(@IdColumn TurnId turnId);

    /** Removes logs of ended turns that are older, some rows at a time. @return how many */
    @Query("DELETE FROM turn_events WHERE created_at < :before"
            + " AND NOT EXISTS (SELECT 1 FROM turns WHERE turns.id = turn_events.turn_id AND turns.running_in IS NOT NULL)"
            + " ORDER BY created_at LIMIT :limit")
    long purge(Instant before, int limit);
}
