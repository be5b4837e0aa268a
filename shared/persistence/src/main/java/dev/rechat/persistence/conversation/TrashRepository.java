package dev.rechat.persistence.conversation;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

/**
 * Puts conversations into the trash and takes them out again. What lies there beyond {@code purge_at} is as good as removed,
 * whenever it is really removed.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface TrashRepository extends GenericRepository<Conversation, ConversationId> {

    /** A temporary one, which was in no list, is in none now either: its time is over at once. */
    String INTO_TRASH =
            " SET deleted_at = :now, purge_at = CASE WHEN temporary THEN :now ELSE :purgeAt END WHERE user_id = :userId";

    /** @return 0 when the owner has no such conversation outside the trash */
    @Query("UPDATE conversations" + INTO_TRASH + " AND id = :id AND deleted_at IS NULL"
            + " AND (purge_at IS NULL OR purge_at > :now)")
    long discard(@IdColumn ConversationId id, @IdColumn UserId userId, Instant now, Instant purgeAt);

    /** Some of the conversations of a place. @param from as the column has it @return how many */
    @Query("UPDATE conversations FORCE INDEX (conversations_list)" + INTO_TRASH + " AND place = :from LIMIT :limit")
    long discardSome(@IdColumn UserId userId, String from, Instant now, Instant purgeAt, int limit);

    /** Where it stood before. @return 0 when the owner has no such conversation in the trash */
    @Query("UPDATE conversations SET deleted_at = NULL, purge_at = NULL"
            + " WHERE id = :id AND user_id = :userId AND deleted_at IS NOT NULL AND purge_at > :now")
    long restore(@IdColumn ConversationId id, @IdColumn UserId userId, Instant now);

    /** Ends the time of some that lie in the trash. @return how many */
    @Query("UPDATE conversations FORCE INDEX (conversations_list) SET purge_at = :now"
            + " WHERE user_id = :userId AND place = 'trash' AND purge_at > :now LIMIT :limit")
    long endSome(@IdColumn UserId userId, Instant now, int limit);
}
