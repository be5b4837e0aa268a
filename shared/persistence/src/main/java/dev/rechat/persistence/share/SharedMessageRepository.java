package dev.rechat.persistence.share;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.ShareId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.MessageSize;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** What whoever has the link may read: it starts at the share, and ends at what that names. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface SharedMessageRepository extends GenericRepository<Share, ShareId> {

    /** How large the messages of a share are that stand after a position, in order. */
    @Query(
            "SELECT m.id AS id, OCTET_LENGTH(m.content) + COALESCE(OCTET_LENGTH(m.details), 0) AS bytes FROM share_messages p JOIN messages m"
                    + " ON m.id = p.message_id AND m.user_id = :owner AND m.conversation_id = :conversation"
                    + " WHERE p.share_id = :share AND p.position > :after ORDER BY p.position LIMIT :limit")
    List<MessageSize> listSizesAfter(
            @IdColumn ShareId share,
            @IdColumn UserId owner,
            @IdColumn ConversationId conversation,
            int after,
            int limit);

    /** The messages of a share that stand after a position, in order. */
    @Query("SELECT p.position AS position, m.id AS id, m.role AS role, m.status AS status, m.content AS content,"
            + " m.created_at AS created_at FROM share_messages p JOIN messages m"
            + " ON m.id = p.message_id AND m.user_id = :owner AND m.conversation_id = :conversation"
            + " WHERE p.share_id = :share AND p.position > :after ORDER BY p.position LIMIT :limit")
    List<SharedMessage> listAfter(
            @IdColumn ShareId share,
            @IdColumn UserId owner,
            @IdColumn ConversationId conversation,
            int after,
            int limit);
}
