package dev.rechat.persistence.openai;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What programs sent with their questions. The rows go with their turns. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ApiTurnRepository extends GenericRepository<ApiTurn, TurnId> {

    ApiTurn save(ApiTurn turn);

    @Query("SELECT turn_id, user_id, app_id, said_hash, system_hash, left_at, attempt_hash, attempts"
            + " FROM api_turns WHERE turn_id = :turnId AND user_id = :userId")
    Optional<ApiTurn> findOwned(@IdColumn TurnId turnId, @IdColumn UserId userId);

    /** The newest answers to what was said, in conversations that are there and are no side matter, newest first. */
    @Query("SELECT t.conversation_id, t.user_message_id, t.assistant_message_id, m.content, a.system_hash, a.left_at"
            + " FROM api_turns a JOIN turns t ON t.id = a.turn_id"
            + " JOIN messages m ON m.id = t.assistant_message_id JOIN conversations c ON c.id = t.conversation_id"
            + " WHERE a.user_id = :userId AND a.app_id = :appId AND a.said_hash = :saidHash AND c.user_id = :userId"
            + " AND c.deleted_at IS NULL AND c.temporary = FALSE ORDER BY t.created_at DESC LIMIT :limit")
    List<SaidAnswer> listAnswers(@IdColumn UserId userId, @IdColumn AppId appId, String saidHash, int limit);

    /** Notes that the program has gone. */
    @Query("UPDATE api_turns SET left_at = COALESCE(left_at, :now) WHERE turn_id = :turnId AND user_id = :userId")
    long leave(@IdColumn TurnId turnId, @IdColumn UserId userId, Instant now);

    /** The same, unless a later attempt has been given the turn. */
    @Query("UPDATE api_turns SET left_at = COALESCE(left_at, :now)"
            + " WHERE turn_id = :turnId AND user_id = :userId AND attempts <= :attempt")
    long leave(@IdColumn TurnId turnId, @IdColumn UserId userId, int attempt, Instant now);

    /** Gives it to one more attempt; the program is there again. @return 0 when there is no such turn of a program */
    @Query("UPDATE api_turns SET left_at = NULL, attempts = attempts + 1 WHERE turn_id = :turnId AND user_id = :userId")
    long join(@IdColumn TurnId turnId, @IdColumn UserId userId);

    /** What a request has begun after a time, in conversations that are there, newest first. */
    @Query("SELECT t.id AS turn_id, t.conversation_id AS conversation_id, t.user_message_id AS user_message_id,"
            + " t.status AS status, t.stop_requested_at IS NOT NULL AS stopping, a.left_at AS left_at"
            + " FROM api_turns a JOIN turns t ON t.id = a.turn_id JOIN conversations c ON c.id = t.conversation_id"
            + " WHERE a.user_id = :userId AND a.app_id = :appId AND a.said_hash = :saidHash"
            + " AND a.attempt_hash = :attemptHash AND t.created_at > :after AND c.user_id = :userId"
            + " AND c.deleted_at IS NULL AND c.temporary = FALSE ORDER BY t.created_at DESC LIMIT :limit")
    List<EarlierAttempt> listAttempts(
            @IdColumn UserId userId,
            @IdColumn AppId appId,
            String saidHash,
            String attemptHash,
            Instant after,
            int limit);
}
