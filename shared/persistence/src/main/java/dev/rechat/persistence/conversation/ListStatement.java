package dev.rechat.persistence.conversation;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.Statement;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The statement for one half of a list, its pinned or its other conversations, put together from fixed pieces so that every
 * condition is an equality on a prefix of one index, and the rest a place in it. A condition that only sometimes holds
 * ({@code :app IS NULL OR …}) would have the server read the whole history.
 *
 * <p>Which index is said and not left to the server's guess: its statistics are of everybody's history, not of this person's.
 */
final class ListStatement {

    private final Statement statement = new Statement();

    /**
     * @param after null to begin at the beginning
     * @param now what is due to be removed by then is there no more
     */
    ListStatement(
            UserId owner,
            ConversationFilter filter,
            boolean pinned,
            @Nullable ListPosition after,
            Instant now,
            int limit) {
        String tag = filter.tag();
        if (tag == null) {
            statement.add("SELECT " + ConversationRepository.COLUMNS);
            from(owner, filter, pinned, after, now, limit);
        } else {
            // Of all but the page only index entries are read.
            statement.add("SELECT " + ConversationRepository.COLUMNS + " FROM (SELECT c.id AS listed");
            from(owner, filter, pinned, after, now, limit);
            statement.add(") page JOIN conversations ON id = listed ORDER BY updated_at DESC, id DESC");
        }
    }

    private void from(
            UserId owner,
            ConversationFilter filter,
            boolean pinned,
            @Nullable ListPosition after,
            Instant now,
            int limit) {
        statement.add(" FROM conversations c FORCE INDEX (" + index(filter) + ")");
        if (filter.tag() != null) {
            statement.add(" STRAIGHT_JOIN conversation_tags t FORCE INDEX (PRIMARY)"
                    + " ON t.user_id = c.user_id AND t.conversation_id = c.id");
            and(" AND t.tag = ?", filter.tag());
        }
        and(" WHERE c.user_id = ?", owner.toString());
        and(" AND c.place = ?", filter.place().wireName());
        and(" AND c.pinned = ?", pinned);
        if (filter.app() != null) {
            and(" AND c.app_id = ?", filter.app().toString());
        }
        if (filter.folder() != null) {
            and(" AND c.folder_id = ?", filter.folder().toString());
        }
        if (filter.place() == ConversationPlace.TRASH) {
            and(" AND c.purge_at > ?", now);
        }
        if (after != null) {
            and(" AND (c.updated_at < ?", after.updatedAt());
            and(" OR (c.updated_at = ?", after.updatedAt());
            and(" AND c.id < ?))", after.id().toString());
        }
        and(" ORDER BY c.updated_at DESC, c.id DESC LIMIT ?", limit);
    }

    private static String index(ConversationFilter filter) {
        if (filter.folder() != null) {
            return "conversations_folder";
        }
        return filter.app() != null ? "conversations_app" : "conversations_list";
    }

    private void and(String condition, Object value) {
        statement.add(condition, value);
    }

    String sql() {
        return statement.sql();
    }

    void fill(PreparedStatement prepared) throws SQLException {
        statement.fill(prepared);
    }
}
