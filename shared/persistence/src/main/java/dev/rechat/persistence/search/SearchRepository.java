package dev.rechat.persistence.search;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.database.Statement;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a person's own texts, which lie together, in pieces whose size the caller chooses. Indexes are named: the server
 * guesses from statistics of everybody's texts, and no person's are like them.
 */
@Singleton
public class SearchRepository {

    /** How many characters of a message an excerpt has at most. */
    public static final int EXCERPT = 2000;

    /** How many of them stand before the place that was asked for. */
    private static final int LEAD = 500;

    /** How many characters are ever read of one message. */
    public static final int LONGEST = 200_000;

    /** The halves of the two places that are looked through; in each the order of the index is that of the history. */
    private static final List<String> PARTS = List.of(
            "c.place = 'list' AND c.pinned = FALSE",
            "c.place = 'list' AND c.pinned = TRUE",
            "c.place = 'archive' AND c.pinned = FALSE",
            "c.place = 'archive' AND c.pinned = TRUE");

    private final JdbcOperations jdbc;

    SearchRepository(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The conversations after a position, latest activity first, pinned or not, archived or not.
     *
     * @param until the last one that is meant; null for no such bound
     */
    @Connectable
    public List<Conversation> conversations(
            SearchScope scope, SearchPosition after, @Nullable SearchPosition until, int limit) {
        Statement statement = new Statement().add("SELECT " + ConversationRepository.COLUMNS + " FROM (");
        String union = "(";
        for (String part : PARTS) {
            statement.add(union);
            addPart(statement, part, scope, after, until);
            statement.add(" ORDER BY c.updated_at DESC, c.id DESC LIMIT ?)", limit);
            union = " UNION ALL (";
        }
        statement.add(") history ORDER BY updated_at DESC, id DESC LIMIT ?", limit);
        return jdbc.prepareStatement(statement.sql(), prepared -> {
            try (prepared) {
                statement.fill(prepared);
                try (var rows = prepared.executeQuery()) {
                    return jdbc.entityStream(rows, Conversation.class).toList();
                }
            }
        });
    }

    private static void addPart(
            Statement statement, String part, SearchScope scope, SearchPosition after, @Nullable SearchPosition until) {
        String index = scope.folder() != null
                ? "conversations_folder"
                : scope.app() != null ? "conversations_app" : "conversations_list";
        statement
                .add("SELECT " + ConversationRepository.COLUMNS + " FROM conversations c FORCE INDEX (" + index + ")")
                .add(" WHERE c.user_id = ?", scope.owner())
                .addIf(" AND c.folder_id = ?", scope.folder())
                .addIf(" AND c.app_id = ?", scope.app())
                .add(" AND " + part)
                .add(" AND c.updated_at <= ?", after.updatedAt())
                .add(" AND (c.updated_at < ? OR c.id < ?)", after.updatedAt(), after.id());
        if (until != null) {
            statement
                    .add(" AND c.updated_at >= ?", until.updatedAt())
                    .add(" AND (c.updated_at > ? OR c.id >= ?)", until.updatedAt(), until.id());
        }
        statement.addIf(
                " AND EXISTS (SELECT 1 FROM conversation_tags t"
                        + " WHERE t.user_id = c.user_id AND t.conversation_id = c.id AND t.tag = ?)",
                scope.tag());
    }

    /** How many messages there are to read in each of these conversations; one without any is left out. */
    @Connectable
    public Map<ConversationId, Integer> messageCounts(UserId owner, List<ConversationId> conversations) {
        Statement statement = new Statement()
                .add("SELECT m.conversation_id, COUNT(*) FROM messages m FORCE INDEX (messages_siblings)"
                        + " WHERE m.conversation_id IN ")
                .addList(conversations)
                .add(" AND m.user_id = ? GROUP BY m.conversation_id", owner);
        Map<ConversationId, Integer> counts = new HashMap<>();
        for (var each : read(statement, rows -> Map.entry(ConversationId.of(rows.getString(1)), rows.getInt(2)))) {
            counts.put(each.getKey(), each.getValue());
        }
        return counts;
    }

    /**
     * The messages of these conversations that hold all of the words, newest first within each.
     *
     * @param words not empty
     * @param phrase the words next to each other
     */
    @Connectable
    public List<FoundMessage> matching(
            UserId owner,
            List<ConversationId> conversations,
            List<WrittenForms> words,
            WrittenForms phrase,
            int limit) {
        Statement statement = new Statement().add(Deadline.SELECT + " m.conversation_id, m.id, ");
        Matching.add(statement, phrase);
        statement
                .add(" FROM messages m FORCE INDEX (PRIMARY) WHERE m.user_id = ? AND m.conversation_id IN ", owner)
                .addList(conversations);
        for (WrittenForms word : words) {
            statement.add(" AND ");
            Matching.add(statement, word);
        }
        statement.add(" ORDER BY m.conversation_id DESC, m.id DESC LIMIT ?", limit);
        return Deadline.keep(() -> read(
                statement,
                rows -> new FoundMessage(
                        ConversationId.of(rows.getString(1)), MessageId.of(rows.getString(2)), rows.getBoolean(3))));
    }

    /** Short messages as they are; of long ones the part around what is looked for, where the database sees it. */
    @Connectable
    public List<Excerpt> excerpts(UserId owner, List<MessageId> messages, WrittenForms around) {
        Statement statement = new Statement().add("SELECT m.id, m.role, m.created_at, CHAR_LENGTH(m.content), ");
        addStart(statement, around);
        statement.add(", SUBSTRING(m.content, ");
        addStart(statement, around);
        statement
                .add(", " + EXCERPT + ") FROM messages m FORCE INDEX (messages_id) WHERE m.id IN ")
                .addList(messages)
                .add(" AND m.user_id = ?", owner);
        return read(statement, SearchRepository::excerpt);
    }

    private static void addStart(Statement statement, WrittenForms around) {
        statement.add("CASE WHEN CHAR_LENGTH(m.content) <= " + EXCERPT + " THEN 1 ELSE GREATEST(1, ");
        Matching.addPlace(statement, around);
        statement.add(" - " + LEAD + ") END");
    }

    private static Excerpt excerpt(ResultSet row) throws SQLException {
        int start = row.getInt(5);
        return new Excerpt(
                MessageId.of(row.getString(1)),
                MessageRole.valueOf(row.getString(2)),
                row.getTimestamp(3).toInstant(),
                row.getString(6),
                start > 1,
                start - 1 + EXCERPT < row.getInt(4));
    }

    /** A whole message, or the first {@link #LONGEST} characters of it. */
    @Connectable
    public Optional<Excerpt> text(UserId owner, MessageId message) {
        Statement statement = new Statement()
                .add("SELECT m.id, m.role, m.created_at, CHAR_LENGTH(m.content) > " + LONGEST + ", LEFT(m.content, "
                        + LONGEST + ") FROM messages m")
                .add(" WHERE m.id = ? AND m.user_id = ?", message, owner);
        return read(
                        statement,
                        row -> new Excerpt(
                                MessageId.of(row.getString(1)),
                                MessageRole.valueOf(row.getString(2)),
                                row.getTimestamp(3).toInstant(),
                                row.getString(5),
                                false,
                                row.getBoolean(4)))
                .stream()
                .findFirst();
    }

    private <T> List<T> read(Statement statement, Row<T> row) {
        return jdbc.prepareStatement(statement.sql(), prepared -> {
            try (prepared) {
                statement.fill(prepared);
                try (var rows = prepared.executeQuery()) {
                    List<T> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(row.of(rows));
                    }
                    return List.copyOf(found);
                }
            }
        });
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
