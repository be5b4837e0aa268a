package dev.rechat.admin.app;

import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.secret.SecretBox;
import dev.rechat.testing.account.TestAccounts;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.dify.InputField;
import dev.rechat.testing.dify.SimulatedApp;
import dev.rechat.testing.gateway.Lazy;
import dev.rechat.testing.gateway.TestedFunction;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The function on a free port with a Dify that has an app of each mode; one of each for all tests. */
final class AdminServer {

    static final String APPS = "/api/v1/admin/apps";
    static final String KEY = "app-looks-like-a-key-of-chat";
    static final String WORKFLOW_KEY = "app-looks-like-a-key-of-workflow";
    static final String FORM_KEY = "app-looks-like-a-key-of-form";
    static final String DISABLED_KEY = "app-looks-like-a-key-of-disabled";
    static final String MASTER_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    static final DifySimulator DIFY = DifySimulator.builder()
            .app(SimulatedApp.chat(KEY).named("Chat of Dify", ""))
            .app(SimulatedApp.agentChat(KEY + "-agent"))
            .app(SimulatedApp.chatflow(KEY + "-flow"))
            .app(SimulatedApp.completion(KEY + "-completion"))
            .app(SimulatedApp.workflow(WORKFLOW_KEY).named("Workflow of Dify", ""))
            .app(SimulatedApp.chat(FORM_KEY)
                    .asking(
                            InputField.paragraph("instructions", "Instructions", false),
                            InputField.number("count", "How many", false)))
            .app(SimulatedApp.chat(DISABLED_KEY).disabled())
            .start();

    private static final Schema SCHEMA = MigratedSchema.create();
    private static final TestAccounts ACCOUNTS = new TestAccounts(SCHEMA);

    private static final Map<String, Object> CONFIGURATION = configuration();

    private static final Lazy<EmbeddedServer> SERVER = new Lazy<>(
            () -> ApplicationContext.builder().properties(CONFIGURATION).run(EmbeddedServer.class));

    private static final TestedFunction FUNCTION = TestedFunction.of(
            "admin", CONFIGURATION, () -> URI.create(SERVER.get().getURI().toString()));

    private static final ApiClient CLIENT = ApiClient.of(FUNCTION.uri());

    private AdminServer() {}

    private static Map<String, Object> configuration() {
        Map<String, Object> all = new HashMap<>(MigratedSchema.properties(SCHEMA));
        all.put("micronaut.server.port", -1);
        all.put("rechat.jwt.keys", TestAccounts.JWT_KEYS);
        all.put("rechat.secrets.keys", "test:" + MASTER_KEY);
        all.put("rechat.dify.networks", "127.0.0.1");
        all.put("rechat.dify.connect", "2s");
        all.put("rechat.dify.first-byte", "2s");
        all.put("rechat.dify.retries", 0);
        return all;
    }

    static ApiClient anonymous() {
        return CLIENT.as(null);
    }

    static ApiClient admin() {
        return as(Role.ADMIN);
    }

    static ApiClient as(Role role) {
        return CLIENT.as(ACCOUNTS.person(role.code()).token());
    }

    /** A program with a key of somebody of this role. @param scopes separated by commas */
    static ApiClient withKey(Role owner, String scopes) {
        return CLIENT.as(ACCOUNTS.key(ACCOUNTS.person(owner.code()).id(), scopes));
    }

    static <T> T bean(Class<T> type) {
        return SERVER.get().getApplicationContext().getBean(type);
    }

    static String body(String name, String key) {
        return body(name, key, DIFY.uri());
    }

    static String body(String name, String key, URI baseUrl) {
        return "{\"name\":\"" + name + "\",\"base_url\":\"" + baseUrl + "\",\"api_key\":\"" + key + "\"}";
    }

    /** Adds the chat app and gives its path. */
    static String added(String name) {
        ApiAnswer answer = admin().post(APPS, body(name, KEY));
        if (answer.status() != 201) {
            throw new AssertionError(answer.body());
        }
        return APPS + "/" + answer.json().path("id").asText();
    }

    /** One column of an app as it lies in the database. */
    static String stored(String column, String path) throws SQLException {
        try (var connection = DriverManager.getConnection(SCHEMA.jdbcUrl(), SCHEMA.username(), SCHEMA.password());
                var statement = connection.prepareStatement("SELECT " + column + " FROM dify_apps WHERE id = ?")) {
            statement.setString(1, path.substring(APPS.length() + 1));
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new AssertionError("no app at " + path);
                }
                return rows.getString(1);
            }
        }
    }

    /** Changes rows beside the function. */
    static void sql(String statement, String... arguments) {
        ACCOUNTS.run(statement, arguments);
    }

    /** A key as it would lie in the database for this app. */
    static String sealed(String key, String path) {
        return bean(SecretBox.class).seal(key, path.substring(APPS.length() + 1));
    }

    /** What the audit log holds of an app, oldest first. */
    static List<String> acts(String path) throws SQLException {
        List<String> acts = new ArrayList<>();
        try (var connection = DriverManager.getConnection(SCHEMA.jdbcUrl(), SCHEMA.username(), SCHEMA.password());
                var statement =
                        connection.prepareStatement("SELECT action FROM audit_log WHERE target_id = ? ORDER BY id")) {
            statement.setString(1, path.substring(APPS.length() + 1));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    acts.add(rows.getString(1));
                }
            }
        }
        return acts;
    }
}
