package dev.rechat.local.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.local.ApiClient;
import dev.rechat.local.EventReader;
import dev.rechat.local.EventReader.Event;
import dev.rechat.local.LocalProcess;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.database.TestDatabase;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.GenerationRequest;
import dev.rechat.testing.dify.Script;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What somebody who hosts it meets, from an empty database on; told of the JVM's and of the native program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostedServerStory {

    private static final int SIGTERM = 128 + 15;

    private final Schema schema = TestDatabase.shared().createSchema();
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "DATASOURCES_DEFAULT_URL",
            schema.jdbcUrl(),
            "DATASOURCES_DEFAULT_USERNAME",
            schema.username(),
            "DATASOURCES_DEFAULT_PASSWORD",
            schema.password(),
            "RECHAT_DIFY_NETWORKS",
            "127.0.0.1",
            "RECHAT_TURNS_LEASE",
            "2s",
            "RECHAT_TURNS_JOURNAL_INTERVAL",
            "100ms"));

    // begin() sets these three before all tests, which the checker cannot see.
    @SuppressWarnings("NullAway.Init")
    private DifySimulator dify;

    @SuppressWarnings("NullAway.Init")
    private LocalProcess first;

    @SuppressWarnings("NullAway.Init")
    private ApiClient administrator;

    /** The words that start it. */
    abstract List<String> program();

    /** What the program needs to be there before it starts. */
    abstract void prepare() throws IOException;

    private LocalProcess start(Map<String, String> variables, String... arguments) throws IOException {
        return LocalProcess.start(program(), variables, arguments);
    }

    private LocalProcess serve(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--port", "0"));
        all.addAll(Arrays.asList(options));
        return start(environment, all.toArray(String[]::new));
    }

    /** Runs a command to its end. */
    private Ended run(Map<String, String> variables, String... arguments) throws Exception {
        try (LocalProcess process = start(variables, arguments)) {
            return new Ended(process.awaitExit(), process.output());
        }
    }

    private record Ended(int code, String output) {}

    @BeforeAll
    void begin() throws Exception {
        prepare();
        dify = DifySimulator.start();
        for (String line : run(Map.of(), "secrets").output().lines().toList()) {
            environment.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        Ended tooEarly = run(environment, "--port", "0");
        assertThat(tooEarly.output()).contains("rechat-server migrate").doesNotContain("\tat ");
        assertThat(tooEarly.code()).isEqualTo(1);

        Ended migrated = run(environment, "migrate");
        assertThat(migrated.output()).contains("applied 0001 create accounts").doesNotContain("WARN", "INFO");
        assertThat(migrated.code()).isZero();

        first = serve();
        administrator = new ApiClient(first.url());
        assertThat(administrator.register().path("role").asText()).isEqualTo("admin");
        for (String key : List.of(DemoApps.CHAT_KEY, DemoApps.CHATFLOW_KEY)) {
            HttpResponse<String> added = administrator.post(
                    "/api/v1/admin/apps",
                    Map.of("name", key, "base_url", dify.uri().toString(), "api_key", key));
            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        }
    }

    @AfterAll
    void end() throws Exception {
        administrator.close();
        first.close();
        dify.close();
    }

    private String app(String mode) throws Exception {
        for (var app : ApiClient.json(administrator.get("/api/v1/apps")).path("data")) {
            if (app.path("mode").asText().equals(mode)) {
                return app.path("id").asText();
            }
        }
        throw new AssertionError("no app of mode " + mode);
    }

    @Test
    void streamsAnAnswerAndKeepsIt() throws Exception {
        HttpResponse<String> answer = administrator.post(
                "/api/v1/chat/stream", Map.of("app_id", app("chat"), "message", "Is anybody at home?"));

        assertThat(answer.body())
                .startsWith("id: 1\nevent: turn\n")
                .containsSubsequence("event: delta", "event: done", "\"completed\"");
        assertThat(administrator.get("/api/v1/conversations/search?q=anybody").body())
                .contains("\"title\":\"Is anybody at home\"");
    }

    /** A small file is sent as it is. */
    private String largeScriptOf(String page) throws Exception {
        Matcher script = Pattern.compile("/assets/[^\"]+\\.js").matcher(page);
        while (script.find()) {
            if (administrator.get(script.group()).body().length() > 1024) {
                return script.group();
            }
        }
        throw new AssertionError("no large script in " + page);
    }

    @Test
    void servesTheWebAppThatIsInside() throws Exception {
        HttpResponse<String> page = administrator.get("/chat/some-conversation");
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'");

        String script = largeScriptOf(page.body());
        HttpResponse<String> zipped = administrator.get(script, "Accept-Encoding", "gzip");
        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(zipped.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        String tag = zipped.headers().firstValue("ETag").orElseThrow();
        assertThat(administrator
                        .get(script, "Accept-Encoding", "gzip", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);

        assertThat(administrator.get("/assets/gone.js").statusCode()).isEqualTo(404);
        assertThat(administrator.get("/assets/..%2findex.html").body()).doesNotContain("<script");
        assertThat(administrator.get("/application.properties").statusCode()).isEqualTo(404);
    }

    @Test
    void hasTheDocumentOfItsApi() throws Exception {
        assertThat(administrator.get("/api/openapi.yml").body()).contains("/api/v1/chat/stream");
        assertThat(administrator.get("/api/docs").body()).contains("swagger-ui-bundle.js");
        assertThat(administrator.get("/api/docs/swagger-ui-bundle.js").statusCode())
                .isEqualTo(200);
    }

    @Test
    void sendsTheSessionOverHttpsOnly() throws Exception {
        HttpResponse<String> registered = administrator.post(
                "/api/v1/auth/register",
                Map.of("email", UUID.randomUUID() + "@example.com", "password", "correct horse battery staple"));

        assertThat(registered.headers().firstValue("Set-Cookie").orElse("")).contains("Secure", "HttpOnly");
    }

    @Test
    void tellsAContainerWhetherItIsHealthy() throws Exception {
        assertThat(run(Map.of(), "health", "--url", first.url())).isEqualTo(new Ended(0, "healthy\n"));
        assertThat(run(Map.of("RECHAT_HTTP_PORT", "1"), "health").code()).isEqualTo(1);
    }

    @Test
    void doesWhatIsToBeDoneBesideRequests() throws Exception {
        Ended done = run(environment, "maintenance", "run", "--budget", "1m");
        assertThat(done.output()).contains("trash").doesNotContain("\tat ");
        assertThat(done.code()).isZero();
        assertThat(run(environment, "maintenance", "audit", "verify").code()).isZero();
        assertThat(run(environment, "migrate")).isEqualTo(new Ended(0, "The schema is up to date.\n"));
    }

    @Test
    void handsItsRunningAnswerToAnotherWhenItIsStopped() throws Exception {
        Gate gate = new Gate();
        dify.next(
                GenerationRequest.containing("handed over"),
                Script.answer("before ").pause(gate).text("after"));
        String turn = UUID.randomUUID().toString();
        try (LocalProcess stopped = serve();
                ApiClient there = new ApiClient(stopped.url())) {
            there.signIn();
            String body = "{\"app_id\":\"%s\",\"message\":\"handed over\",\"turn_id\":\"%s\"}"
                    .formatted(app("advanced-chat"), turn);
            try (EventReader asked = new EventReader(there.request("/api/v1/chat/stream")
                            .POST(BodyPublishers.ofString(body))
                            .build());
                    EventReader elsewhere = new EventReader(administrator
                            .request("/api/v1/chat/turns/" + turn + "/events")
                            .header("Last-Event-ID", "0")
                            .build())) {
                asked.await("delta");
                elsewhere.await("delta");

                stopped.terminate();
                assertThat(stopped.awaitExit()).isEqualTo(SIGTERM);
                gate.open();

                List<Event> events = elsewhere.all();
                assertThat(events.getLast().data().path("status").asText()).isEqualTo("completed");
                assertThat(EventReader.text(events)).isEqualTo("before after");
            }
        }
    }

    @Test
    void migratesBeforeItServesWhenToldTo() throws Exception {
        Schema empty = TestDatabase.shared().createSchema();
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("DATASOURCES_DEFAULT_URL", empty.jdbcUrl());
        try (LocalProcess server = start(variables, "--port", "0", "--migrate");
                ApiClient client = new ApiClient(server.url())) {
            assertThat(client.get("/health").body()).contains("\"status\":\"healthy\"");
            assertThat(client.register().path("role").asText()).isEqualTo("admin");
        }
        assertThat(run(variables, "maintenance", "audit", "begin").output()).contains("There are seals already");
    }

    @Test
    void namesAllThatIsMissingAndMakesNoSecretsItself() throws Exception {
        Ended refused = run(Map.of(), "--port", "0");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.output())
                .contains(
                        "DATASOURCES_DEFAULT_URL is missing",
                        "RECHAT_JWT_KEYS is missing",
                        "RECHAT_SECRETS_KEYS is missing")
                .doesNotContain("\tat ");
    }

    @Test
    void saysThatTheDatabaseDoesNotAnswer() throws Exception {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("DATASOURCES_DEFAULT_URL", "jdbc:mysql://127.0.0.1:1/rechat");
        variables.put("DATASOURCES_DEFAULT_PASSWORD", "top-secret");

        Ended refused = run(variables, "--port", "0");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.output())
                .contains("the database at 127.0.0.1:1/rechat does not answer")
                .doesNotContain("top-secret", "\tat ");
    }

    @Test
    void explainsItself() throws Exception {
        assertThat(run(Map.of(), "--help").output())
                .contains("--migrate", "RECHAT_SECRETS_KEYS", "secrets", "health", "maintenance");
        assertThat(run(Map.of(), "maintenance", "--help").output()).contains("audit", "status");
        assertThat(run(Map.of(), "--version").output()).startsWith("rechat-server 0.");
        assertThat(run(Map.of(), "--prot", "80").code()).isEqualTo(2);
    }
}
