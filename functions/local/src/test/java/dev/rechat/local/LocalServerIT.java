package dev.rechat.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One data directory with one account in it, through several lives of the server. */
final class LocalServerIT {

    private static final String SCRIPT = "export {}\n".repeat(500);

    @TempDir
    private static Path home = Path.of("");

    private static String firstOutput = "";
    private static String firstAnswer = "";
    private static JsonNode firstUser = MissingNode.getInstance();

    private static LocalProcess start(String... more) throws IOException {
        String[] arguments = {
            "--port",
            "0",
            "--data-dir",
            home.resolve("data").toString(),
            "--web-app",
            home.resolve("dist").toString()
        };
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return LocalProcess.start(Map.of(), all);
    }

    @BeforeAll
    static void registerAndAsk() throws Exception {
        Files.createDirectories(home.resolve("dist/assets"));
        Files.writeString(home.resolve("dist/index.html"), "<!doctype html><title>page</title>");
        Files.writeString(home.resolve("dist/assets/app-1a2b.js"), SCRIPT);
        try (LocalProcess server = start();
                ApiClient client = new ApiClient(server.url())) {
            firstOutput = server.output();
            firstUser = client.register();
            firstAnswer = client.post(
                            "/api/v1/chat/stream", Map.of("app_id", "demo-chat", "message", "Is anybody there?"))
                    .body();
        }
    }

    @Test
    void tellsWhatItDoesAndWhatToDoNext() {
        assertThat(firstOutput)
                .containsSubsequence(
                        "Unpacking the database server",
                        "Preparing an empty database",
                        "Migrated the schema",
                        "ReChat is ready: http://localhost:",
                        "the first account becomes the administrator",
                        "Chat, Agent, Chatflow, Completion, Workflow",
                        home.resolve("data").getFileName().toString());
    }

    @Test
    void makesTheFirstAccountAdministratorAndAnswersIt() {
        assertThat(firstUser.path("role").asText()).isEqualTo("admin");
        assertThat(firstAnswer)
                .startsWith("id: 1\nevent: turn\n")
                .contains("event: delta", "event: usage")
                .containsSubsequence("event: done", "\"completed\"");
    }

    @Test
    void keepsEverythingBetweenStarts() throws Exception {
        try (LocalProcess server = start();
                ApiClient client = new ApiClient(server.url())) {
            JsonNode user = client.signIn();
            JsonNode conversation =
                    ApiClient.json(client.get("/api/v1/conversations")).at("/data/0");
            JsonNode messages = ApiClient.json(client.get(
                    "/api/v1/conversations/" + conversation.path("id").asText() + "/messages"));

            assertThat(user.path("id")).isEqualTo(firstUser.path("id"));
            assertThat(messages.at("/data/0/content").asText()).isEqualTo("Is anybody there?");
            assertThat(messages.at("/data/1/content").asText()).contains("Is anybody there?");
            assertThat(server.output()).doesNotContain("Unpacking", "Preparing", "Migrated");
        }
    }

    @Test
    void leavesNoProcessBehindWhenToldToEnd() throws Exception {
        try (LocalProcess server = start()) {
            server.url();
            List<ProcessHandle> started = server.descendants();

            server.terminate();

            assertThat(server.awaitExit()).isEqualTo(128 + 15);
            assertThat(started).anyMatch(process -> true).noneMatch(ProcessHandle::isAlive);
            assertThat(server.output()).endsWith("Stopping…\nStopped.\n");
        }
    }

    @Test
    void startsAgainAfterItWasKilledWithTheGuardOfItsDatabase() throws Exception {
        List<ProcessHandle> orphans;
        try (LocalProcess killed = start()) {
            killed.url();
            orphans = killed.descendants().stream()
                    .filter(process -> process.info().command().orElse("").contains("mariadbd"))
                    .toList();
            killed.kill(true);
            killed.awaitExit();
            assertThat(orphans).hasSize(1).allMatch(ProcessHandle::isAlive);

            try (LocalProcess server = start();
                    ApiClient client = new ApiClient(server.url())) {
                assertThat(server.output()).contains("Ending the database server that a killed instance left behind");
                assertThat(orphans).noneMatch(ProcessHandle::isAlive);
                assertThat(client.signIn().path("id")).isEqualTo(firstUser.path("id"));
            }
        }
    }

    @Test
    void startsAgainAfterItWasKilledAlone() throws Exception {
        try (LocalProcess killed = start()) {
            killed.url();
            killed.kill(false);
            killed.awaitExit();
        }
        try (LocalProcess server = start();
                ApiClient client = new ApiClient(server.url())) {
            assertThat(client.signIn().path("id")).isEqualTo(firstUser.path("id"));
        }
    }

    @Test
    void doesNotShareItsDataDirectory() throws Exception {
        try (LocalProcess owner = start()) {
            String url = owner.url();

            try (LocalProcess second = start()) {
                assertThat(second.awaitExit()).isEqualTo(1);
                assertThat(second.output())
                        .contains(
                                "belongs to a running ReChat (process " + owner.pid() + " at " + url + ")",
                                "--data-dir")
                        .doesNotContain("\tat ");
            }
        }
    }

    @Test
    void servesTheWebAppBesideTheApi() throws Exception {
        try (LocalProcess server = start();
                ApiClient client = new ApiClient(server.url())) {
            var page = client.get("/chat/some-conversation");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("<title>page</title>");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");

            var script = client.get("/assets/app-1a2b.js");
            assertThat(script.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
            assertThat(script.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(client.get("/assets/gone.js").statusCode()).isEqualTo(404);

            var zipped = client.get("/assets/app-1a2b.js", "Accept-Encoding", "gzip");
            assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
            String tag = zipped.headers().firstValue("ETag").orElseThrow();
            var known = client.get("/assets/app-1a2b.js", "Accept-Encoding", "gzip", "If-None-Match", tag);
            assertThat(known.statusCode()).isEqualTo(304);
            assertThat(known.body()).isEmpty();
            var head = client.head("/assets/app-1a2b.js");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.headers().firstValue("Content-Length")).contains(String.valueOf(SCRIPT.length()));

            assertThat(client.get("/health").body()).contains("\"status\":\"healthy\"");
            assertThat(client.get("/api/v1/nothing").body()).contains("\"code\":\"not_found\"");
            assertThat(client.post("/chat", Map.of()).statusCode()).isEqualTo(404);

            assertThat(client.get("/api/openapi.yml").body()).contains("/api/v1/chat/stream");
            var docs = client.get("/api/docs");
            assertThat(docs.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("script-src 'self';");
            assertThat(docs.body()).doesNotContain("//cdn", "<script>");
            assertThat(client.get("/api/docs/swagger-ui-bundle.js").statusCode())
                    .isEqualTo(200);
            assertThat(client.get("/api/docs/index.html").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void saysThatTheRealDifyDoesNotAnswer() throws Exception {
        try (LocalProcess server = start("--dify", "http://127.0.0.1:1/v1", "--key", "app-of-nobody")) {
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.output())
                    .contains("Dify at http://127.0.0.1:1/v1 does not accept us")
                    .doesNotContain("app-of-nobody", "\tat ");
            assertThat(server.descendants()).isEmpty();
        }
    }
}
