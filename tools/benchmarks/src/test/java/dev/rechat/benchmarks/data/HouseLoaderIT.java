package dev.rechat.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.testing.account.TestAccounts;
import dev.rechat.testing.api.ApiClient;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class HouseLoaderIT {

    private static final House HOUSE = House.of(5, new HouseSize(20, 200, 2_000));
    private static final Schema SCHEMA = MigratedSchema.create();

    @BeforeAll
    static void load() throws SQLException {
        load(SCHEMA);
    }

    private static void load(Schema schema) throws SQLException {
        new HouseLoader(HOUSE, HOUSE.residents(), line -> {}).load(schema);
    }

    @Test
    void loadsExactlyWhatWasAskedFor() throws SQLException {
        assertThat(count("users")).isEqualTo(20);
        assertThat(count("conversations")).isEqualTo(200);
        assertThat(count("messages")).isEqualTo(2_000);
        assertThat(count("turns")).isEqualTo(1_000);
    }

    @Test
    void keepsEveryForeignKeyThoughNobodyChecked() throws SQLException {
        assertThat(count("conversations c LEFT JOIN users u ON u.id = c.user_id"
                        + " LEFT JOIN dify_apps a ON a.id = c.app_id WHERE u.id IS NULL OR a.id IS NULL"))
                .isZero();
        assertThat(count("conversations c LEFT JOIN folders f ON f.id = c.folder_id AND f.user_id = c.user_id"
                        + " WHERE c.folder_id IS NOT NULL AND f.id IS NULL"))
                .isZero();
        assertThat(count("messages m LEFT JOIN conversations c ON c.id = m.conversation_id AND c.user_id = m.user_id"
                        + " LEFT JOIN turns t ON t.id = m.turn_id WHERE c.id IS NULL OR t.id IS NULL"))
                .isZero();
        assertThat(count("messages m LEFT JOIN messages p ON p.id = m.parent_id"
                        + " AND p.conversation_id = m.conversation_id AND p.id < m.id"
                        + " WHERE m.parent_id IS NOT NULL AND p.id IS NULL"))
                .isZero();
        assertThat(count("turns t JOIN messages q ON q.id = t.user_message_id AND q.role = 'USER'"
                        + " JOIN messages a ON a.id = t.assistant_message_id AND a.parent_id = q.id"))
                .isEqualTo(1_000);
        assertThat(count("conversation_tags t LEFT JOIN conversations c ON c.id = t.conversation_id"
                        + " AND c.user_id = t.user_id WHERE c.id IS NULL"))
                .isZero();
    }

    @Test
    void writesTheSameRowsForTheSameSeed() throws SQLException {
        Schema again = MigratedSchema.create();

        load(again);

        for (String table : List.of("users", "folders", "conversations", "conversation_tags", "messages", "turns")) {
            assertThat(rows(again, table)).as(table).isNotEmpty().isEqualTo(rows(SCHEMA, table));
        }
    }

    @Test
    void loadsTheSameByInserts() throws SQLException {
        Schema again = MigratedSchema.create();
        try (Connection connection = connect(again);
                BatchWriter writer = new BatchWriter(connection, Table.USERS)) {
            new HouseLoader(HOUSE, HOUSE.residents(), line -> {}).users(writer);
        }

        assertThat(rows(again, "users")).isEqualTo(rows(SCHEMA, "users"));
    }

    @Test
    void refusesASchemaThatHoldsConversations() {
        assertThatThrownBy(() -> load(SCHEMA)).hasMessageContaining("empty schema");
    }

    @Test
    void isReadByTheProduct() {
        try (EmbeddedServer server = ApplicationContext.builder()
                .properties(Map.of(
                        "micronaut.server.port",
                        -1,
                        "rechat.jwt.keys",
                        TestAccounts.JWT_KEYS,
                        "rechat.secrets.keys",
                        "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="))
                .properties(Map.copyOf(MigratedSchema.properties(SCHEMA)))
                .run(EmbeddedServer.class)) {
            Resident person = HOUSE.residents().getFirst();
            List<Talk> talks = new ArrayList<>();
            History.of(person, talks::add);
            Talk talk = talks.stream().filter(one -> !one.trashed()).findFirst().orElseThrow();
            ApiClient client = ApiClient.of(URI.create(server.getURI().toString()))
                    .as(new TestAccounts(SCHEMA).signIn(person.id()).token());

            var page = client.get("/api/v1/conversations/" + talk.id() + "/messages?limit=100");

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.json().path("data").get(0).path("id").asText())
                    .isEqualTo(talk.exchanges().getFirst().questionId());
            assertThat(page.json().path("data").get(0).path("content").asText())
                    .isEqualTo(Prose.question(talk.exchanges().getFirst(), talk.language()));
        }
    }

    private static long count(String from) throws SQLException {
        try (Connection connection = connect(SCHEMA);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<String> rows(Schema schema, String table) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = connect(schema);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1, 2, 3")) {
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.append(rows.getString(i)).append('|');
                }
                found.add(row.toString());
            }
        }
        return found;
    }

    private static Connection connect(Schema schema) throws SQLException {
        return DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
    }
}
