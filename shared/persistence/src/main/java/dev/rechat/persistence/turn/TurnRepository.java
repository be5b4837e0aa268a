package dev.rechat.persistence.turn;

import dev.rechat.kernel.id.AppId;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns. What only a turn's producer may write is written {@code WHERE producer = …}: a process that has lost a turn fails. */
@JdbcRepository(dialect = Dialect.MYSQL)
@ConvertException(DuplicateKeys.class)
public interface TurnRepository extends GenericRepository<Turn, TurnId> {

    String COLUMNS = "id, user_id, conversation_id, app_id, user_message_id, assistant_message_id, status, running_in,"
            + " lease_until, producer, request_hash, stop_requested_at, dify_conversation_id, branched, dify_task_id,"
            + " dify_message_id, workflow_run_id, error_code, created_at, finished_at";

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

    /** Adds ended turns, in one round trip. */
    List<Turn> saveAll(Iterable<Turn> turns);

    @Query("SELECT " + COLUMNS + " FROM turns WHERE id = :id AND user_id = :userId")
    Optional<Turn> findOwned(@IdColumn TurnId id, @IdColumn UserId userId);

    @Query("SELECT " + COLUMNS + " FROM turns WHERE running_in = :conversationId AND user_id = :userId")
    Optional<Turn> findRunning(@IdColumn ConversationId conversationId, @IdColumn UserId userId);

    /** How many of this person's turns are being answered. */
    @Query("SELECT COUNT(*) FROM turns WHERE user_id = :userId AND running_in IS NOT NULL AND lease_until >= :now")
    long countRunning(@IdColumn UserId userId, Instant now);

    /** How many of this app's turns are being answered, whoever asked. */
    @Query("SELECT COUNT(*) FROM turns WHERE app_id = :appId AND running_in IS NOT NULL AND lease_until >= :now")
    long countRunningOfApp(@IdColumn AppId appId, Instant now);

    /** How many turns have been asked in a thread at Dify after the given time. */
    @Query("SELECT COUNT(*) FROM turns WHERE conversation_id = :conversationId AND user_id = :userId"
            + " AND dify_conversation_id = :difyConversationId AND dify_message_id IS NOT NULL AND created_at > :after")
    long countLaterInThread(
            @IdColumn ConversationId conversationId, @IdColumn UserId userId, String difyConversationId, Instant after);

    /**
     * Renews what one process holds, in one statement.
     *
     * @param ids not empty; ended turns and those of another producer among them are left alone
     */
    @Query("UPDATE turns SET lease_until = :leaseUntil"
            + " WHERE id IN (:ids) AND producer = :producer AND status = 'STREAMING'")
    long renewLeases(@IdColumn Collection<TurnId> ids, String producer, Instant leaseUntil);

    /**
     * Whose these turns are now and which of them are to be stopped. They stay so until the transaction ends.
     *
     * @param ids not empty
     */
    @Query("SELECT id, producer, status, stop_requested_at FROM turns WHERE id IN (:ids) LOCK IN SHARE MODE")
    List<HeldTurn> hold(@IdColumn Collection<TurnId> ids);

    /** Notes what Dify calls it, for whoever has to stop it or take it over. */
    @Query("UPDATE turns SET dify_conversation_id = COALESCE(:difyConversationId, dify_conversation_id),"
            + " dify_task_id = :taskId,"
            + " dify_message_id = :messageId, workflow_run_id = :runId WHERE id = :id AND producer = :producer")
    long learn(
            @IdColumn TurnId id,
            String producer,
            @Nullable String difyConversationId,
            @Nullable String taskId,
            @Nullable String messageId,
            @Nullable String runId);

    /**
     * Ends a turn. One that was interrupted behind its producer's back is ended again: the producer has the whole answer.
     *
     * @param difyConversationId null to leave the one it was asked in
     * @return 0 when another has taken it over or ended it
     */
    @Query("UPDATE turns SET status = :status, running_in = NULL,"
            + " dify_conversation_id = COALESCE(:difyConversationId, dify_conversation_id),"
            + " dify_task_id = :taskId, dify_message_id = :messageId, workflow_run_id = :runId,"
            + " error_code = :errorCode, finished_at = :now"
            + " WHERE id = :id AND ((status = 'STREAMING' AND producer = :producer) OR status = 'INTERRUPTED')")
    long finish(
            @IdColumn TurnId id,
            String producer,
            TurnStatus status,
            @Nullable String difyConversationId,
            @Nullable String taskId,
            @Nullable String messageId,
            @Nullable String runId,
            @Nullable String errorCode,
            Instant now);

    /** Takes a turn whose producer has let its lease run out. @return 1 for the one caller that has it now */
    @Query("UPDATE turns SET producer = :producer, lease_until = :leaseUntil"
            + " WHERE id = :id AND user_id = :userId AND status = 'STREAMING' AND lease_until < :now")
    long takeOver(@IdColumn TurnId id, @IdColumn UserId userId, String producer, Instant leaseUntil, Instant now);

    /** Lets a turn go, all of it written, so that anybody may take it over from this time on. */
    @Query(
            "UPDATE turns SET lease_until = :now, producer = NULL WHERE id = :id AND producer = :producer AND status = 'STREAMING'")
    long release(@IdColumn TurnId id, String producer, Instant now);

    /** Asks whoever produces it to stop. @return 0 when it does not run */
    @Query("UPDATE turns SET stop_requested_at = COALESCE(stop_requested_at, :now)"
            + " WHERE id = :id AND user_id = :userId AND status = 'STREAMING'")
    long requestStop(@IdColumn TurnId id, @IdColumn UserId userId, Instant now);
}
