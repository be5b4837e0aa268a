package dev.rechat.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.testing.database.Schema;
import dev.rechat.testing.database.TestDatabase;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that must end early with a clear word, and those that need no embedded database. */
final class LocalServerRefusalIT {

    @TempDir
    private Path home = Path.of("");

    private LocalProcess start(Map<String, String> environment, String... arguments) throws Exception {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data-dir";
        all[arguments.length + 1] = home.resolve("data").toString();
        return LocalProcess.start(environment, all);
    }

    private static Map<String, String> database(Schema schema) {
        return Map.of(
                "DATASOURCES_DEFAULT_URL", schema.jdbcUrl(),
                "DATASOURCES_DEFAULT_USERNAME", schema.username(),
                "DATASOURCES_DEFAULT_PASSWORD", schema.password());
    }

    @Test
    void refusesATakenPortBeforeAnythingSlow() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LocalProcess server = start(Map.of(), "--port", String.valueOf(other.getLocalPort()))) {
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.output())
                    .contains("Port " + other.getLocalPort() + " on 127.0.0.1 cannot be used", "--port")
                    .doesNotContain("Unpacking", "\tat ");
            assertThat(home.resolve("data/mariadb")).doesNotExist();
        }
    }

    @Test
    void namesAllProblemsOfTheConfigurationAtOnce() throws Exception {
        var environment = Map.of(
                "DATASOURCES_DEFAULT_URL", "jdbc:postgresql://127.0.0.1/rechat",
                "RECHAT_JWT_KEYS", "k1:short",
                "RECHAT_SECRETS_KEYS", "nothing");
        try (LocalProcess server = start(environment, "--port", "0")) {
            assertThat(server.awaitExit()).isEqualTo(2);
            assertThat(server.output())
                    .contains(
                            "DATASOURCES_DEFAULT_URL must",
                            "DATASOURCES_DEFAULT_USERNAME is missing",
                            "RECHAT_JWT_KEYS holds a secret that is too short",
                            "RECHAT_SECRETS_KEYS must")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void saysThatTheGivenDatabaseDoesNotAnswer() throws Exception {
        var environment = database(new Schema("jdbc:mysql://127.0.0.1:1/rechat", "me", "top-secret"));
        try (LocalProcess server = start(environment, "--port", "0")) {
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.output())
                    .contains("the database at 127.0.0.1:1/rechat does not answer")
                    .doesNotContain("top-secret", "\tat ");
        }
    }

    @Test
    void leavesNothingBehindWhenStoppedInTheMiddleOfItsFirstStart() throws Exception {
        try (LocalProcess server = start(Map.of(), "--port", "0")) {
            server.awaitOutput("Preparing an empty database");
            List<ProcessHandle> started = server.descendants();

            server.terminate();

            assertThat(server.awaitExit()).isEqualTo(128 + 15);
            assertThat(started).noneMatch(ProcessHandle::isAlive);
            assertThat(server.output()).doesNotContain("\tat ");
        }
        try (LocalProcess again = start(Map.of(), "--port", "0")) {
            assertThat(again.url()).isNotEmpty();
            assertThat(again.output()).doesNotContain("Unpacking");
        }
    }

    @Test
    void usesADatabaseAndADifyOfOnesOwn() throws Exception {
        Schema schema = TestDatabase.shared().createSchema();
        try (DifySimulator dify = DifySimulator.start();
                LocalProcess server = start(
                        database(schema), "--port", "0", "--dify", dify.uri().toString(), "--key", DemoApps.AGENT_KEY);
                ApiClient client = new ApiClient(server.url())) {
            client.register();
            var apps = ApiClient.json(client.get("/api/v1/apps")).path("data");

            assertThat(apps).singleElement().satisfies(app -> {
                assertThat(app.path("mode").asText()).isEqualTo("agent-chat");
                assertThat(app.path("name").asText()).isEqualTo("Agent");
            });
            assertThat(client.post("/api/v1/chat/stream", Map.of("app_id", "agent", "message", "Who are you?"))
                            .body())
                    .contains("event: done");
            assertThat(home.resolve("data/mariadb")).doesNotExist();
            assertThat(Files.exists(home.resolve("data/simulator.port"))).isFalse();
        }
    }
}
