package dev.rechat.persistence.conversation;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.DuplicateKeys;
import dev.rechat.persistence.database.IdColumn;
import dev.rechat.persistence.turn.TurnStatus;
import io.micronaut.data.annotation.ConvertException;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
@ConvertException(DuplicateKeys.class)
public interface MessageRepository extends GenericRepository<Message, MessageId> {

    String COLUMNS =
            "id, conversation_id, user_id, turn_id, parent_id, role, status, content, message_usage, created_at";

    Message save(Message message);

    /** Adds them in one round trip. */
    List<Message> saveAll(Iterable<Message> messages);

    @Query("SELECT " + COLUMNS + " FROM messages WHERE id = :id AND user_id = :userId")
    Optional<Message> findOwned(@IdColumn MessageId id, @IdColumn UserId userId);

    /** The newest message of a conversation. */
    @Query("SELECT " + COLUMNS + " FROM messages WHERE conversation_id = :conversationId AND user_id = :userId"
            + " ORDER BY id DESC LIMIT 1")
    Optional<Message> findLast(@IdColumn ConversationId conversationId, @IdColumn UserId userId);

    /** The newest messages, newest first. */
    @Query("SELECT " + COLUMNS + " FROM messages WHERE conversation_id = :conversationId AND user_id = :userId"
            + " ORDER BY id DESC LIMIT :limit")
    List<Message> listLast(@IdColumn ConversationId conversationId, @IdColumn UserId userId, int limit);

    /** Messages older than the given one, newest first. */
    @Query("SELECT " + COLUMNS + " FROM messages WHERE conversation_id = :conversationId AND user_id = :userId"
            + " AND id < :before ORDER BY id DESC LIMIT :limit")
    List<Message> listBefore(
            @IdColumn ConversationId conversationId, @IdColumn UserId userId, @IdColumn MessageId before, int limit);

    /** Messages newer than the given one, oldest first. */
    @Query("SELECT " + COLUMNS + " FROM messages WHERE conversation_id = :conversationId AND user_id = :userId"
            + " AND id > :after ORDER BY id LIMIT :limit")
    List<Message> listAfter(
            @IdColumn ConversationId conversationId, @IdColumn UserId userId, @IdColumn MessageId after, int limit);

    /** Goes on with an answer in another turn. */
    @Query("UPDATE messages SET turn_id = :turnId, status = 'STREAMING' WHERE id = :id AND user_id = :userId")
    long continueIn(@IdColumn MessageId id, @IdColumn UserId userId, @IdColumn TurnId turnId);

    /** @param details what was told beside the answer, as JSON */
    @Query("UPDATE messages SET content = :content, status = :status, message_usage = :usage, details = :details"
            + " WHERE id = :id AND user_id = :userId")
    long finish(
            @IdColumn MessageId id,
            @IdColumn UserId userId,
            String content,
            TurnStatus status,
            @Nullable String usage,
            @Nullable String details);

    @Query("SELECT details FROM messages WHERE id = :id AND user_id = :userId AND details IS NOT NULL")
    Optional<String> findDetails(@IdColumn MessageId id, @IdColumn UserId userId);

    /**
     * The details of those messages of a conversation that have any.
     *
     * @param ids not empty
     */
    @Query("SELECT id, details FROM messages WHERE user_id = :userId AND conversation_id = :conversationId"
            + " AND id IN (:ids) AND details IS NOT NULL")
    List<MessageDetails> listDetails(
            @IdColumn ConversationId conversationId, @IdColumn UserId userId, @IdColumn Collection<MessageId> ids);

    /** How large the messages newer than the given one are, oldest first. */
    @Query("SELECT id, OCTET_LENGTH(content) AS bytes FROM messages WHERE conversation_id = :conversationId"
            + " AND user_id = :userId AND id > :after ORDER BY id LIMIT :limit")
    List<MessageSize> listSizesAfter(
            @IdColumn ConversationId conversationId, @IdColumn UserId userId, @IdColumn MessageId after, int limit);

    /**
     * The children of these messages and the beginnings of the conversation, in order of parents and then oldest first.
     *
     * @param parents not empty
     */
    @Query("SELECT id, parent_id FROM messages FORCE INDEX (messages_siblings)"
            + " WHERE conversation_id = :conversationId AND user_id = :userId"
            + " AND (parent_id IN (:parents) OR parent_id IS NULL) ORDER BY parent_id, id LIMIT :limit")
    List<MessageLink> listChildren(
            @IdColumn ConversationId conversationId,
            @IdColumn UserId userId,
            @IdColumn Collection<MessageId> parents,
            int limit);
}
