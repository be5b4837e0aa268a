package dev.rechat.persistence.turn;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.DuplicateKeys;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.ConvertException;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
@ConvertException(DuplicateKeys.class)
public interface TurnRepository extends GenericRepository<Turn, TurnId> {

    String COLUMNS = "id, user_id, conversation_id, app_id, user_message_id, assistant_message_id, status, running_in,"
            + " lease_until, dify_task_id, dify_message_id, workflow_run_id, error_code, created_at, finished_at";

    /** The unique key that a second running turn of one conversation violates. */
    String RUNNING_KEY = "turns_running";

    /** The unique key that a second turn with one id violates. */
    String ID_KEY = "PRIMARY";

    /**
     * Begins a turn.
     *
     * @throws dev.rechat.persistence.database.DuplicateKeyException of {@link #ID_KEY} when the id is taken (the same
     *     request again), of {@link #RUNNING_KEY} when the conversation has a running turn
     */
    Turn save(Turn turn);

    @Query("SELECT " + COLUMNS + " FROM turns WHERE id = :id AND user_id = :userId")
    Optional<Turn> findOwned(@IdColumn TurnId id, @IdColumn UserId userId);

    @Query("SELECT " + COLUMNS + " FROM turns WHERE running_in = :conversationId AND user_id = :userId")
    Optional<Turn> findRunning(@IdColumn ConversationId conversationId, @IdColumn UserId userId);

    /**
     * Renews what one process holds, in one statement.
     *
     * @param ids not empty; ended turns among them are left alone
     */
    @Query("UPDATE turns SET lease_until = :leaseUntil WHERE id IN (:ids) AND status = 'STREAMING'")
    long renewLeases(@IdColumn Collection<TurnId> ids, Instant leaseUntil);

    /** Ends a turn that is streaming. @return 0 when somebody else has ended it */
    @Query("UPDATE turns SET status = :status, running_in = NULL, dify_task_id = :taskId,"
            + " dify_message_id = :messageId, workflow_run_id = :runId, error_code = :errorCode, finished_at = :now"
            + " WHERE id = :id AND status = 'STREAMING'")
    long finish(
            @IdColumn TurnId id,
            TurnStatus status,
            @Nullable String taskId,
            @Nullable String messageId,
            @Nullable String runId,
            @Nullable String errorCode,
            Instant now);

    /** Ends a turn whose producer has let its lease run out. @return 1 for the one caller that ended it */
    @Query("UPDATE turns SET status = 'INTERRUPTED', running_in = NULL, finished_at = :now"
            + " WHERE id = :id AND status = 'STREAMING' AND lease_until < :now")
    long interruptExpired(@IdColumn TurnId id, Instant now);
}
