package dev.rechat.admin.app;

import static dev.rechat.admin.app.AdminServer.APPS;
import static dev.rechat.admin.app.AdminServer.DIFY;
import static dev.rechat.admin.app.AdminServer.DISABLED_KEY;
import static dev.rechat.admin.app.AdminServer.KEY;
import static dev.rechat.admin.app.AdminServer.WORKFLOW_KEY;
import static dev.rechat.admin.app.AdminServer.added;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connection test names the step at which a connection ends, and what to mend there. */
class ConnectionTestIT {

    private static final String INFO = "{\"name\":\"Desk\",\"mode\":\"chat\"}";
    private static final String PASSED = "address name connection";

    private final ApiClient admin = AdminServer.admin();

    @Test
    void goesThroughAllSteps() {
        int before = count();

        JsonNode test = test(DIFY.uri(), KEY);

        assertThat(test.path("ok").asBoolean()).isTrue();
        assertThat(steps(test)).isEqualTo(PASSED + " key info parameters");
        assertThat(test.path("name").asText()).isEqualTo("Chat of Dify");
        assertThat(test.path("mode").asText()).isEqualTo("chat");
        assertThat(test.path("latency_ms").isIntegralNumber()).isTrue();
        assertThat(count()).as("nothing is stored").isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "http://169.254.169.254/latest, address!address_forbidden",
        "https://169.254.169.254/latest, address!address_forbidden",
        "http://[::ffff:169.254.169.254]/v1, address!address_forbidden",
        "http://0.0.0.0/v1, address!address_forbidden",
        "https://10.0.0.1/v1, address!address_private",
        "https://[::1]/v1, address!address_private",
        "http://1.1.1.1/v1, address!https_required",
        "https://does-not-exist.invalid/v1, address name!name_unknown"
    })
    void tellsWhereNoKeyIsSentTo(URI baseUrl, String steps) {
        JsonNode test = test(baseUrl, KEY);

        assertThat(test.path("ok").asBoolean()).isFalse();
        assertThat(steps(test)).isEqualTo(steps);
    }

    @ParameterizedTest
    @CsvSource({"http://169.254.169.254/v1, address_forbidden", "https://10.0.0.1/v1, address_private"})
    void isNeededForEachNewApp(URI baseUrl, String code) {
        ApiAnswer answer = admin.post(APPS, AdminServer.body("Not here", KEY, baseUrl));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).isEqualTo("base_url:" + code);
    }

    @Test
    void tellsThatNothingListens() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(steps(test(URI.create("http://127.0.0.1:" + port + "/v1"), KEY)))
                .isEqualTo("address name connection!not_connected");
    }

    @Test
    void tellsThatTlsIsNotSpoken() {
        URI encrypted = URI.create(DIFY.uri().toString().replace("http:", "https:"));

        assertThat(steps(test(encrypted, KEY))).isEqualTo(PASSED + " tls!tls_failed");
    }

    @Test
    void tellsThatTheKeyIsRefused() {
        assertThat(steps(test(DIFY.uri(), "app-unknown"))).isEqualTo(PASSED + " key!key_refused");
    }

    @Test
    void sendsNoKeyAnywhereThatIsNoneOfAnApp() {
        int before = DIFY.requests().size();

        assertThat(steps(test(DIFY.uri(), "dataset-not-a-real-key"))).isEqualTo("key!not_an_app_key");
        assertThat(DIFY.requests()).hasSize(before);
    }

    @Test
    void tellsThatTheApiIsSwitchedOff() {
        assertThat(steps(test(DIFY.uri(), DISABLED_KEY))).isEqualTo(PASSED + " key info!switched_off");
    }

    @Test
    void tellsThatTheAppIsNotPublished() throws IOException {
        assertThat(answering(Map.of(
                        "/v1/info", new Canned(200, INFO),
                        "/v1/parameters", new Canned(400, "{\"code\":\"app_unavailable\",\"message\":\"m\"}"))))
                .isEqualTo(PASSED + " key info parameters!not_published");
    }

    @Test
    void tellsThatTheKindOfAppIsNotSupported() throws IOException {
        assertThat(answering(Map.of("/v1/info", new Canned(200, "{\"name\":\"x\",\"mode\":\"rag-pipeline\"}"))))
                .isEqualTo(PASSED + " key info!mode_unsupported");
    }

    @Test
    void tellsThatSomethingElseAnswers() throws IOException {
        assertThat(answering(Map.of("/v1/info", new Canned(404, "{}"))))
                .isEqualTo(PASSED + " key info!not_service_api");
    }

    @Test
    void tellsToWhichHostARedirectLeadsAndNoMore() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "https://dify.example.org/secret/path?token=1");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        try {
            JsonNode test =
                    test(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1"), KEY);

            assertThat(steps(test)).isEqualTo(PASSED + " key info!redirected");
            assertThat(test.toString()).contains("dify.example.org").doesNotContain("secret", "token");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void tellsThatAStoredAppHasBecomeOneOfAnotherMode() throws IOException {
        String path = added("Was a chat");
        AdminServer.sql("UPDATE dify_apps SET mode = 'workflow' WHERE id = ?", path.substring(APPS.length() + 1));

        JsonNode test = admin.post(path + "/test", "{}").json();

        assertThat(steps(test)).isEqualTo(PASSED + " key info!mode_changed");
        assertThat(test.path("mode").asText()).isEqualTo("chat");
    }

    @Test
    void wantsBothFieldsAndNoOther() {
        assertThat(admin.post(APPS + "/test", "{}").errors()).isEqualTo("api_key:required base_url:required");
        assertThat(admin.post(APPS + "/test", body(URI.create("ftp://a.org"), WORKFLOW_KEY))
                        .errors())
                .isEqualTo("base_url:invalid");
        assertThat(admin.post(APPS + "/test", "{\"base_url\":\"https://a.org\",\"api_key\":\"app-1\",\"name\":\"x\"}")
                        .errors())
                .isEqualTo("name:unknown_field");
    }

    private record Canned(int status, String body) {}

    private String answering(Map<String, Canned> answers) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Canned answer = answers.getOrDefault(exchange.getRequestURI().getPath(), new Canned(404, "{}"));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            return steps(
                    test(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1"), KEY));
        } finally {
            server.stop(0);
        }
    }

    private JsonNode test(URI baseUrl, String key) {
        ApiAnswer answer = admin.post(APPS + "/test", body(baseUrl, key));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(key);
        return answer.json();
    }

    private static String body(URI baseUrl, String key) {
        return "{\"base_url\":\"" + baseUrl + "\",\"api_key\":\"" + key + "\"}";
    }

    /** The steps in a row; the one that failed with its code. */
    static String steps(JsonNode test) {
        StringJoiner steps = new StringJoiner(" ");
        for (JsonNode step : test.path("steps")) {
            String code = step.path("code").asText("");
            String mark = step.path("ok").asBoolean() ? ":" : "!";
            steps.add(step.path("step").asText() + (code.isEmpty() ? "" : mark + code));
        }
        return steps.toString();
    }

    private int count() {
        return admin.get(APPS + "?limit=100").json().path("data").size();
    }
}
