package dev.rechat.persistence.conversation;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** How many conversations a person has where; each query costs what this person has, and nobody else. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface CountRepository extends GenericRepository<Conversation, ConversationId> {

    /** @param standing a place as the column has it */
    @Query("SELECT COUNT(*) FROM conversations FORCE INDEX (conversations_list)"
            + " WHERE user_id = :userId AND place = :standing")
    long in(@IdColumn UserId userId, String standing);

    /** Of the list. */
    @Query("SELECT COUNT(*) FROM conversations FORCE INDEX (conversations_list)"
            + " WHERE user_id = :userId AND place = 'list' AND pinned = TRUE")
    long pinned(@IdColumn UserId userId);

    /** Without those whose time is over. */
    @Query("SELECT COUNT(*) FROM conversations FORCE INDEX (conversations_list)"
            + " WHERE user_id = :userId AND place = 'trash' AND purge_at > :now")
    long inTrash(@IdColumn UserId userId, Instant now);

    /** Of the list, by app. */
    @Query("SELECT app_id AS name, COUNT(*) AS conversations FROM conversations FORCE INDEX (conversations_app)"
            + " WHERE user_id = :userId AND place = 'list' GROUP BY app_id ORDER BY app_id LIMIT :limit")
    List<NamedCount> byApp(@IdColumn UserId userId, int limit);

    /** Of the list, by folder. */
    @Query("SELECT folder_id AS name, COUNT(*) AS conversations FROM conversations FORCE INDEX (conversations_folder)"
            + " WHERE user_id = :userId AND folder_id IS NOT NULL AND place = 'list'"
            + " GROUP BY folder_id ORDER BY folder_id LIMIT :limit")
    List<NamedCount> byFolder(@IdColumn UserId userId, int limit);

    /** Of the list, by tag. */
    @Query("SELECT t.tag AS name, COUNT(*) AS conversations FROM conversation_tags t FORCE INDEX (PRIMARY)"
            + " STRAIGHT_JOIN conversations c FORCE INDEX (PRIMARY) ON c.id = t.conversation_id"
            + " WHERE t.user_id = :userId AND c.place = 'list' GROUP BY t.tag ORDER BY t.tag LIMIT :limit")
    List<NamedCount> byTag(@IdColumn UserId userId, int limit);
}
