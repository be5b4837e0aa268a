package dev.rechat.persistence.conversation;

import static dev.rechat.persistence.TestPersistence.bean;
import static dev.rechat.persistence.TestPersistence.connect;
import static dev.rechat.persistence.TestPersistence.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.FolderId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.Rows;
import dev.rechat.persistence.folder.Folder;
import dev.rechat.persistence.folder.FolderRepository;
import io.micronaut.data.annotation.Query;
import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Lists and open conversations are read along their indexes: in order, nothing sorted, nothing but this person's. The tables
 * hold enough of others to make a careless plan look cheap.
 */
class QueryPlansIT {

    private static final UserId OWNER = Rows.savedUser();
    private static final AppId APP = Rows.IDS.nextAppId();
    private static final FolderId FOLDER = bean(FolderRepository.class)
            .save(new Folder(Rows.IDS.nextFolderId(), OWNER, "folder", Rows.NOON))
            .id();

    @BeforeAll
    static void fill() throws SQLException {
        UserId other = Rows.savedUser();
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (UserId user : List.of(OWNER, other)) {
                statement.execute(
                        "INSERT INTO conversations (id, user_id, app_id, title, pinned, archived, folder_id, created_at,"
                                + " updated_at) SELECT UUID(), '" + user + "', '" + APP
                                + "', 'x', a.n = 1, FALSE, IF(a.n < 5, '" + FOLDER + "', NULL), NOW(3), NOW(3)"
                                + " FROM " + numbers("a") + ", " + numbers("b") + ", " + numbers("c"));
                statement.execute("INSERT INTO conversation_tags SELECT user_id, 'work', id FROM conversations"
                        + " WHERE user_id = '" + user + "' AND folder_id IS NOT NULL");
                Conversation conversation = Rows.savedConversation(user);
                Message parent = Rows.savedMessage(conversation);
                statement.execute(
                        "INSERT INTO messages (id, conversation_id, user_id, turn_id, parent_id, role, status, content,"
                                + " created_at) SELECT UUID(), '" + conversation.id() + "', '" + user + "', UUID(),"
                                + " IF(a.n < 5, '" + parent.id() + "', UUID()), 'USER', 'COMPLETED', 'x', NOW(3)"
                                + " FROM " + numbers("a") + ", " + numbers("b") + ", " + numbers("c"));
            }
            statement.execute("ANALYZE TABLE conversations, conversation_tags, messages");
        }
    }

    private static String numbers(String name) {
        return "(SELECT 0 n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6"
                + " UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) " + name;
    }

    @Test
    void readAPageAlongItsIndex() throws SQLException {
        ListPosition after =
                new ListPosition(false, Rows.NOON.plusSeconds(1_000_000_000), Rows.IDS.nextConversationId());
        for (AppId app : new @Nullable AppId[] {null, APP}) {
            for (FolderId folder : new @Nullable FolderId[] {null, FOLDER}) {
                for (ListPosition from : new @Nullable ListPosition[] {null, after}) {
                    for (ConversationPlace place : ConversationPlace.values()) {
                        ListStatement list = new ListStatement(
                                OWNER, new ConversationFilter(place, app, folder, null), false, from, Rows.NOON, 21);

                        String index = folder != null ? "folder" : app != null ? "app" : "list";
                        assertThat(explain(list)).singleElement().satisfies(step -> {
                            assertThat(step.get("key")).isEqualTo("conversations_" + index);
                            assertThat(step.get("type")).isIn("range", "ref");
                            assertThat(step.get("Extra")).doesNotContain("filesort", "temporary");
                        });
                    }
                }
            }
        }
    }

    @Test
    void readATaggedPageAlongItsIndexAndSortThePageOnly() throws SQLException {
        ListPosition after =
                new ListPosition(false, Rows.NOON.plusSeconds(1_000_000_000), Rows.IDS.nextConversationId());
        for (ListPosition from : new @Nullable ListPosition[] {null, after}) {
            ListStatement list = new ListStatement(
                    OWNER,
                    new ConversationFilter(ConversationPlace.LIST, null, null, "work"),
                    false,
                    from,
                    Rows.NOON,
                    21);

            List<Map<String, String>> steps = explain(list);

            assertThat(steps)
                    .filteredOn(step -> "c".equals(step.get("table")))
                    .singleElement()
                    .satisfies(step -> {
                        assertThat(step.get("key")).isEqualTo("conversations_list");
                        assertThat(step.get("Extra")).contains("Using index").doesNotContain("filesort", "temporary");
                    });
            assertThat(steps)
                    .filteredOn(step -> "t".equals(step.get("table")))
                    .singleElement()
                    .satisfies(step -> assertThat(step.get("type")).isEqualTo("eq_ref"));
            assertThat(steps)
                    .filteredOn(step -> "conversations".equals(step.get("table")))
                    .singleElement()
                    .satisfies(step -> assertThat(step.get("type")).isEqualTo("eq_ref"));
        }
    }

    @Test
    void readMessagesAlongTheirCluster() throws SQLException {
        for (Method query : MessageRepository.class.getMethods()) {
            if (List.of("findLast", "listLast", "listBefore", "listAfter", "listSizesAfter")
                    .contains(query.getName())) {
                assertThat(explain(query)).singleElement().satisfies(step -> {
                    assertThat(step.get("key")).as(query.getName()).isEqualTo("PRIMARY");
                    assertThat(step.get("type")).isIn("range", "ref");
                    assertThat(step.get("Extra")).doesNotContain("filesort", "temporary");
                });
            }
        }
    }

    @Test
    void readSiblingsFromIndexEntriesAlone() throws Exception {
        Method query = Arrays.stream(MessageRepository.class.getMethods())
                .filter(each -> each.getName().equals("listChildren"))
                .findFirst()
                .orElseThrow();

        assertThat(explain(query)).singleElement().satisfies(step -> {
            assertThat(step.get("key")).isEqualTo("messages_siblings");
            assertThat(step.get("Extra")).contains("Using index").doesNotContain("filesort", "temporary");
        });
    }

    @Test
    void countFromIndexEntriesAlone() throws SQLException {
        for (Method query : CountRepository.class.getMethods()) {
            if (query.isAnnotationPresent(Query.class) && !query.getName().equals("inTrash")) {
                assertThat(explain(query)).as(query.getName()).allSatisfy(step -> {
                    assertThat(step.get("key")).isNotNull();
                    assertThat(step.get("type")).isIn("range", "ref", "eq_ref");
                    assertThat(step.get("Extra")).doesNotContain("filesort", "temporary");
                });
            }
        }
    }

    @Test
    void changeNothingButThisPersonsRows() throws SQLException {
        for (Method query : TrashRepository.class.getMethods()) {
            if (query.isAnnotationPresent(Query.class)) {
                assertThat(explain(query))
                        .as(query.getName())
                        .allSatisfy(step -> assertThat(step.get("key")).isIn("PRIMARY", "conversations_list"));
            }
        }
    }

    private static List<Map<String, String>> explain(ListStatement list) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement("EXPLAIN " + list.sql())) {
            list.fill(statement);
            return steps(statement.executeQuery());
        }
    }

    /** With the owner's values at the places of the parameters. */
    private static List<Map<String, String>> explain(Method query) throws SQLException {
        String conversation = stored("SELECT conversation_id FROM messages WHERE user_id = ? LIMIT 1", OWNER);
        String message = stored("SELECT MIN(id) FROM messages WHERE user_id = ?", OWNER);
        String one = stored("SELECT MIN(id) FROM conversations WHERE user_id = ?", OWNER);
        String sql = query.getAnnotation(Query.class)
                .value()
                .replace(":userId", quoted(OWNER))
                .replace(":conversationId", quoted(conversation))
                .replace(":parents", quoted(message) + "," + quoted(Rows.IDS.next()))
                .replace(":before", quoted("ffffffff"))
                .replace(":after", quoted(message))
                .replace(":standing", "'list'")
                .replace(":from", "'list'")
                .replace(":purgeAt", "'2026-03-02 12:00:00'")
                .replace(":now", "'2026-03-01 12:00:00'")
                .replace(":limit", "21")
                .replace(":id", quoted(one));
        try (var connection = connect();
                var statement = connection.createStatement()) {
            return steps(statement.executeQuery("EXPLAIN " + sql));
        }
    }

    private static String quoted(Object value) {
        return "'" + value + "'";
    }

    private static List<Map<String, String>> steps(ResultSet rows) throws SQLException {
        List<Map<String, String>> steps = new ArrayList<>();
        while (rows.next()) {
            Map<String, String> step = new TreeMap<>();
            for (String column : List.of("table", "type", "key", "key_len", "rows", "Extra")) {
                String value = rows.getString(column);
                step.put(column, value == null ? "" : value);
            }
            steps.add(step);
        }
        return steps;
    }
}
