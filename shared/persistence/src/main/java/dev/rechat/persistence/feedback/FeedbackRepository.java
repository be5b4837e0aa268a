package dev.rechat.persistence.feedback;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface FeedbackRepository extends GenericRepository<Feedback, MessageId> {

    String COLUMNS = "message_id, user_id, conversation_id, app_id, rating, reason, forwarded, created_at, updated_at";

    /** Stores what nobody has said anything about yet, in one round trip. */
    List<Feedback> saveAll(List<Feedback> fresh);

    /** Stores it, or replaces what the person said before; it is not forwarded then. */
    @Query("INSERT INTO feedbacks (" + COLUMNS + ") VALUES (:messageId, :userId, :conversationId, :appId, :rating,"
            + " :reason, FALSE, :now, :now)"
            + " ON DUPLICATE KEY UPDATE rating = :rating, reason = :reason, forwarded = FALSE, updated_at = :now")
    void put(
            @IdColumn MessageId messageId,
            @IdColumn UserId userId,
            @IdColumn ConversationId conversationId,
            @IdColumn AppId appId,
            Rating rating,
            @Nullable String reason,
            Instant now);

    @Query("SELECT " + COLUMNS + " FROM feedbacks WHERE message_id = :messageId AND user_id = :userId")
    Optional<Feedback> findOwned(@IdColumn MessageId messageId, @IdColumn UserId userId);

    /** @param messageIds not empty */
    @Query("SELECT " + COLUMNS + " FROM feedbacks WHERE message_id IN (:messageIds) AND user_id = :userId")
    List<Feedback> listOf(@IdColumn Collection<MessageId> messageIds, @IdColumn UserId userId);

    /** Notes that Dify knows what was stored at that time; 0 when the person has changed it since. */
    @Query("UPDATE feedbacks SET forwarded = TRUE"
            + " WHERE message_id = :messageId AND user_id = :userId AND updated_at = :storedAt")
    long markForwarded(@IdColumn MessageId messageId, @IdColumn UserId userId, Instant storedAt);

    @Query("DELETE FROM feedbacks WHERE message_id = :messageId AND user_id = :userId")
    long deleteOwned(@IdColumn MessageId messageId, @IdColumn UserId userId);

    /** Everything a person thinks, in the order of the messages' ids. @param after an id or nothing */
    @Query("SELECT " + COLUMNS + " FROM feedbacks WHERE user_id = :userId AND message_id > :after"
            + " ORDER BY message_id LIMIT :limit")
    List<Feedback> listAllAfter(@IdColumn UserId userId, String after, int limit);
}
