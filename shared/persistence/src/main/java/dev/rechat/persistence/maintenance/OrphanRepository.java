package dev.rechat.persistence.maintenance;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnRepository;
import dev.rechat.persistence.turn.TurnStatus;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns that somebody ought to be producing and nobody has for long. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface OrphanRepository extends GenericRepository<Turn, TurnId> {

    /** Few turns run at a time, and their index knows them; one on leases would be written with each renewal. */
    String ORPHANS =
            " FROM turns FORCE INDEX (turns_running) WHERE running_in > '' AND status = 'STREAMING' AND lease_until < :before";

    @Query("SELECT COUNT(*)" + ORPHANS)
    long count(Instant before);

    /** Some of them, in no order of theirs; nothing is held. @param after the conversation of the last one before, or nothing */
    @Query("SELECT " + TurnRepository.COLUMNS
            + " FROM turns FORCE INDEX (turns_running) WHERE running_in > :after AND status = 'STREAMING'"
            + " AND lease_until < :before ORDER BY running_in LIMIT :limit")
    List<Turn> list(String after, Instant before, int limit);

    /**
     * Holds one until the transaction ends.
     *
     * @return empty when somebody else has it, has ended it or goes on with it
     */
    @Query(
            "SELECT id FROM turns WHERE id = :id AND user_id = :userId AND status = 'STREAMING' AND lease_until < :before"
                    + " FOR UPDATE SKIP LOCKED")
    Optional<String> hold(@IdColumn TurnId id, @IdColumn UserId userId, Instant before);

    /** Ends one that is held. */
    @Query("UPDATE turns SET status = :status, running_in = NULL, error_code = :errorCode, finished_at = :now"
            + " WHERE id = :id AND user_id = :userId AND status = 'STREAMING'")
    long end(@IdColumn TurnId id, @IdColumn UserId userId, TurnStatus status, @Nullable String errorCode, Instant now);

    /** Keeps where a conversation goes on at Dify. It is not moved in its list: nobody has used it. */
    @Query("UPDATE conversations SET dify_conversation_id = COALESCE(:difyConversationId, dify_conversation_id)"
            + " WHERE id = :id AND user_id = :userId")
    long learnThread(@IdColumn ConversationId id, @IdColumn UserId userId, @Nullable String difyConversationId);
}
