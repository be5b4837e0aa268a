package dev.rechat.persistence.openai;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Which conversation a program's chat is. The row goes with its conversation. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ChatSessionRepository extends GenericRepository<Conversation, ConversationId> {

    @Query("SELECT c.id FROM chat_sessions s JOIN conversations c ON c.id = s.conversation_id"
            + " WHERE s.user_id = :userId AND s.app_id = :appId AND s.chat_hash = :chatHash"
            + " AND c.user_id = :userId AND c.deleted_at IS NULL AND (c.purge_at IS NULL OR c.purge_at > :now)")
    Optional<String> findId(@IdColumn UserId userId, @IdColumn AppId appId, String chatHash, Instant now);

    /** Empty also when the conversation lies in the trash or its time is over. */
    default Optional<ConversationId> find(UserId userId, AppId appId, String chatHash, Instant now) {
        return findId(userId, appId, chatHash, now).map(ConversationId::of);
    }

    /** Lets the chat be this conversation from now on. */
    @Query("INSERT INTO chat_sessions (user_id, app_id, chat_hash, conversation_id)"
            + " VALUES (:userId, :appId, :chatHash, :conversationId)"
            + " ON DUPLICATE KEY UPDATE conversation_id = VALUES(conversation_id)")
    void put(@IdColumn UserId userId, @IdColumn AppId appId, String chatHash, @IdColumn ConversationId conversationId);
}
