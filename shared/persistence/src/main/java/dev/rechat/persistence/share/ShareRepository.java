package dev.rechat.persistence.share;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.ShareId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sharing, for owners. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ShareRepository extends GenericRepository<Share, ShareId> {

    /** Server options end a recursion after 1000 steps, with an error or without a word. */
    int MOST_STEPS = 500;

    String COLUMNS = "id, user_id, conversation_id, token_hash, title, message_count, created_at, expires_at";

    String LIVE = " AND (expires_at IS NULL OR expires_at > :now)";

    /**
     * Shares a conversation that can be shared: it is there, and is to stay. The conversation is held until the transaction ends.
     *
     * @return 0 when the owner has no such conversation
     */
    @Query("INSERT INTO shares (" + COLUMNS + ") SELECT :id, user_id, id, :tokenHash, title, :messageCount, :now,"
            + " :expiresAt FROM conversations"
            + " WHERE id = :conversation AND user_id = :owner AND deleted_at IS NULL AND temporary = FALSE")
    long share(
            @IdColumn ShareId id,
            @IdColumn ConversationId conversation,
            @IdColumn UserId owner,
            String tokenHash,
            int messageCount,
            Instant now,
            @Nullable Instant expiresAt);

    @Query("SELECT " + COLUMNS + " FROM shares WHERE id = :id AND user_id = :owner")
    Optional<Share> findOwned(@IdColumn ShareId id, @IdColumn UserId owner);

    /** Those that have not expired, the newest first. @param before an id, or what is greater than all */
    @Query("SELECT " + COLUMNS + " FROM shares WHERE user_id = :owner AND id < :before" + LIVE
            + " ORDER BY id DESC LIMIT :limit")
    List<Share> listLiveBefore(@IdColumn UserId owner, String before, Instant now, int limit);

    @Query("SELECT COUNT(*) FROM shares WHERE user_id = :owner" + LIVE)
    long countLive(@IdColumn UserId owner, Instant now);

    /** @return 0 when the owner has no such share, or it has expired */
    @Query("DELETE FROM shares WHERE id = :id AND user_id = :owner" + LIVE)
    long revoke(@IdColumn ShareId id, @IdColumn UserId owner, Instant now);

    /** Removes what has expired, some at a time: each may take thousands of places with it. */
    @Query("DELETE FROM shares WHERE user_id = :owner AND expires_at <= :now ORDER BY id LIMIT :limit")
    long removeExpired(@IdColumn UserId owner, Instant now, int limit);

    /** The newest message of a conversation. */
    @Query("SELECT id, parent_id, status FROM messages WHERE user_id = :owner AND conversation_id = :conversation"
            + " ORDER BY id DESC LIMIT 1")
    Optional<BranchMessage> findNewest(@IdColumn ConversationId conversation, @IdColumn UserId owner);

    /** From a message upwards, itself first, at most {@link #MOST_STEPS}. */
    @Query("WITH RECURSIVE branch (id, parent_id, status, step) AS ("
            + "SELECT id, parent_id, status, 1 FROM messages"
            + " WHERE user_id = :owner AND conversation_id = :conversation AND id = :from"
            + " UNION ALL SELECT m.id, m.parent_id, m.status, b.step + 1 FROM branch b JOIN messages m"
            + " ON m.user_id = :owner AND m.conversation_id = :conversation AND m.id = b.parent_id"
            + " WHERE b.step < " + MOST_STEPS
            + ") SELECT id, parent_id, status FROM branch ORDER BY step")
    List<BranchMessage> listUpwards(
            @IdColumn ConversationId conversation, @IdColumn UserId owner, @IdColumn MessageId from);
}
