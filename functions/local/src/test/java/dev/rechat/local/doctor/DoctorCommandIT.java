package dev.rechat.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.secret.SecretBox;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.database.TestDatabase;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.tls.TestAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The command as operators run it: what it looks at, what it prints, and how it ends. */
final class DoctorCommandIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD_IN_URL = "hunter2";

    private record Ended(int code, String output, String errors) {}

    private static Ended run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.rechat.local.doctor.DoctorCommand"));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("doctor", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DATASOURCES_") || name.startsWith("RECHAT_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output, Files.readString(errors));
    }

    private static Map<String, String> environment(Schema schema) {
        Map<String, String> environment = new HashMap<>();
        environment.put("DATASOURCES_DEFAULT_URL", schema.jdbcUrl());
        environment.put("DATASOURCES_DEFAULT_USERNAME", schema.username());
        environment.put("DATASOURCES_DEFAULT_PASSWORD", schema.password());
        environment.put("RECHAT_DIFY_NETWORKS", "127.0.0.1");
        environment.put("RECHAT_TURNS_MAX_BYTES", "1048576");
        return environment;
    }

    private static void addApp(Schema schema, String url, String key) throws SQLException {
        String id = UUID.randomUUID().toString();
        String sealed = new SecretBox("test", Map.of("test", new byte[32]))
                .seal(key, AppId.of(id).toString());
        try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
                var insert = connection.prepareStatement(
                        "INSERT INTO dify_apps (id, slug, name, description, icon, mode, base_url, api_key_sealed, enabled,"
                                + " sort_order, created_at, updated_at)"
                                + " VALUES (?, 'helpdesk', 'Helpdesk', '', '', 'chat', ?, ?, TRUE, 0, NOW(6), NOW(6))")) {
            insert.setString(1, id);
            insert.setString(2, url);
            insert.setString(3, sealed);
            insert.executeUpdate();
        }
    }

    @Test
    void looksAtTheDatabaseAndItsAppsByName() throws Exception {
        Schema schema = MigratedSchema.create();
        Map<String, String> environment = environment(schema);
        environment.put("RECHAT_SECRETS_KEYS", "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        try (DifySimulator dify = DifySimulator.start()) {
            addApp(schema, dify.uri().toString(), DemoApps.CHAT_KEY);

            Ended ended = run(environment);

            assertThat(ended.code()).as(ended.toString()).isZero();
            assertThat(ended.output())
                    .contains("database", "app helpdesk", "'Chat', chat", "0 problems")
                    .doesNotContain(DemoApps.CHAT_KEY, schema.password());
            assertThat(ended.errors()).isEmpty();
        }
    }

    /** Beyond what one look at the table brings; sealed by nobody, so that none of them is asked. */
    @Test
    void findsTheLastOfMoreAppsThanAPageHas() throws Exception {
        Schema schema = MigratedSchema.create();
        try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
                var insert = connection.prepareStatement(
                        "INSERT INTO dify_apps (id, slug, name, description, icon, mode, base_url, api_key_sealed, enabled,"
                                + " sort_order, created_at, updated_at)"
                                + " VALUES (?, ?, '', '', '', 'chat', '', '', ?, 0, NOW(6), NOW(6))")) {
            connection.setAutoCommit(false);
            for (int number = 0; number < 1_002; number++) {
                insert.setString(1, new UUID(0, number).toString());
                insert.setString(2, "app-" + number);
                insert.setBoolean(3, number > 999);
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
        Map<String, String> environment = environment(schema);
        environment.put("RECHAT_SECRETS_KEYS", "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

        Ended ended = run(environment);

        assertThat(ended.output())
                .contains("the key of app-1000 does not open", "the key of app-1001 does not open")
                .doesNotContain("app-999", "no app is switched on");
    }

    @Test
    void saysThatKeysOfAppsDoNotOpen() throws Exception {
        Schema schema = MigratedSchema.create();
        addApp(schema, "http://127.0.0.1:1/v1", DemoApps.CHAT_KEY);

        Ended ended = run(environment(schema), "--json");

        JsonNode document = JSON.readTree(ended.output());
        assertThat(document.path("ok").asBoolean()).isTrue();
        assertThat(document.path("checks").findValuesAsText("code")).contains("secrets_missing");
    }

    @Test
    void trustsAnAuthorityOfOnesOwn() throws Exception {
        TestAuthority authority = TestAuthority.create();
        Schema schema = TestDatabase.secured(authority.issue("ip:127.0.0.1")).createSchema();
        MigratedSchema.migrate(schema);
        Map<String, String> environment = environment(schema);
        environment.put("DATASOURCES_DEFAULT_URL", schema.jdbcUrl().replace("REQUIRED", "VERIFY_IDENTITY"));

        Ended untold = run(environment);
        environment.put("RECHAT_TLS_CA", authority.pem());
        Ended told = run(environment);
        environment.computeIfPresent("DATASOURCES_DEFAULT_URL", (_, url) -> url.replace("127.0.0.1", "localhost"));
        Ended another = run(environment);

        assertThat(told.code()).as(told.toString()).isZero();
        assertThat(untold.code()).isEqualTo(1);
        assertThat(untold.output()).contains("its certificate is not trusted", "RECHAT_TLS_CA");
        assertThat(another.code()).isEqualTo(1);
        assertThat(another.output()).contains("its certificate is not trusted");
    }

    @Test
    void endsWithOneWhereThereAreProblems() throws Exception {
        Ended ended = run(Map.of(), "--json", "--dify", "http://127.0.0.1:1/v1", "--key", "app-hidden");

        JsonNode document = JSON.readTree(ended.output());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(document.path("ok").asBoolean()).isFalse();
        assertThat(document.path("checks").findValuesAsText("code"))
                .containsExactly("address_private", "not_connected");
        assertThat(ended.output() + ended.errors()).doesNotContain("app-hidden");
    }

    @Test
    void endsWithTwoWhereItIsAskedWrongly() throws Exception {
        assertThat(run(Map.of()).code()).isEqualTo(2);
        assertThat(run(Map.of(), "--dify", "https://dify.example.org/v1").code())
                .isEqualTo(2);
        assertThat(run(Map.of(), "--url", "http://127.0.0.1:1", "--api-key", "rk-x")
                        .code())
                .isEqualTo(2);
        Ended wrong = run(Map.of(
                "DATASOURCES_DEFAULT_URL",
                "jdbc:postgresql://127.0.0.1/rechat?password=" + PASSWORD_IN_URL,
                "DATASOURCES_DEFAULT_USERNAME",
                "rechat"));
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.output() + wrong.errors()).contains("jdbc:mysql://").doesNotContain(PASSWORD_IN_URL);
    }
}
