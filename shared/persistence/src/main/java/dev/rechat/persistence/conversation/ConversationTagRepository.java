package dev.rechat.persistence.conversation;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

/** The words on a person's conversations. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ConversationTagRepository extends GenericRepository<Conversation, ConversationId> {

    /** Those of these conversations, in order of the words. @param ids not empty; those of other owners are left out */
    @Query("SELECT conversation_id, tag FROM conversation_tags FORCE INDEX (conversation_tags_conversation)"
            + " WHERE conversation_id IN (:ids) AND user_id = :userId ORDER BY conversation_id, tag")
    List<ConversationTag> listOf(@IdColumn Collection<ConversationId> ids, @IdColumn UserId userId);

    /** Puts a word on a conversation that its owner has and that is not in the trash. */
    @Query("INSERT IGNORE INTO conversation_tags (user_id, tag, conversation_id)"
            + " SELECT user_id, :tag, id FROM conversations"
            + " WHERE id = :id AND user_id = :userId AND deleted_at IS NULL")
    void add(@IdColumn ConversationId id, @IdColumn UserId userId, String tag);

    /** Takes all words from a conversation. */
    @Query("DELETE FROM conversation_tags WHERE conversation_id = :id AND user_id = :userId")
    void removeAll(@IdColumn ConversationId id, @IdColumn UserId userId);
}
