package dev.rechat.admin.app;

import static dev.rechat.admin.app.AdminServer.APPS;
import static dev.rechat.admin.app.AdminServer.DIFY;
import static dev.rechat.admin.app.AdminServer.DISABLED_KEY;
import static dev.rechat.admin.app.AdminServer.KEY;
import static dev.rechat.admin.app.AdminServer.WORKFLOW_KEY;
import static dev.rechat.admin.app.AdminServer.added;
import static dev.rechat.admin.app.AdminServer.body;
import static dev.rechat.admin.app.AdminServer.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.dify.SimulatedApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What is wrong between ReChat and Dify is told, and never stored. */
class AppConnectionIT {

    private final ApiClient admin = AdminServer.admin();

    @Test
    void refusesAKeyThatDifyDoesNotAccept() {
        ApiAnswer answer = admin.post(APPS, body("Wrong key", "app-wrong"));

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.code()).isEqualTo("dify_unauthorized");
        assertThat(answer.json().path("detail").asText()).contains("API key");
        assertNothingStored("Wrong key");
    }

    @Test
    void saysThatTheAppIsSwitchedOffInDify() {
        ApiAnswer answer = admin.post(APPS, body("Switched off", DISABLED_KEY));

        assertThat(answer.code()).isEqualTo("dify_unauthorized");
        assertThat(answer.json().path("detail").asText()).contains("switched off");
        assertNothingStored("Switched off");
    }

    @Test
    void saysThatNothingAnswers() throws IOException {
        URI nowhere;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nowhere = URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/v1");
        }

        ApiAnswer answer = admin.post(APPS, body("Nowhere", KEY, nowhere));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("dify_unavailable");
        assertThat(answer.json().path("detail").asText()).contains("nothing answers");
        assertNothingStored("Nowhere");
    }

    @Test
    void saysThatDifyIsSilent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            ApiAnswer answer = admin.post(
                    APPS, body("Silent", KEY, URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/v1")));

            assertThat(answer.status()).isEqualTo(504);
            assertThat(answer.code()).isEqualTo("dify_timeout");
        }
        assertNothingStored("Silent");
    }

    @Test
    void saysThatTheAddressIsNotThatOfTheServiceApi() {
        URI wrongPath = URI.create(DIFY.uri().toString().replace("/v1", "/apps"));

        ApiAnswer answer = admin.post(APPS, body("Wrong path", KEY, wrongPath));

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.code()).isIn("dify_rejected", "dify_protocol_error");
        assertThat(answer.json().path("detail").asText()).contains("/v1");
        assertNothingStored("Wrong path");
    }

    @Test
    void readsTheModeAnewWithAnotherKey() {
        String path = added("Becomes workflow");

        ApiAnswer changed = admin.patch(path, "{\"api_key\":\"" + WORKFLOW_KEY + "\"}");

        assertThat(changed.json().path("mode").asText()).isEqualTo("workflow");
        assertThat(admin.post(path + "/test", "{}").json().path("name").asText())
                .isEqualTo("Workflow of Dify");
    }

    @Test
    void keepsTheOldConnectionWhenTheNewOneFails() throws SQLException {
        String path = added("Keeps its key");
        String before = stored("api_key_sealed", path);

        ApiAnswer answer = admin.patch(path, "{\"api_key\":\"app-wrong\",\"name\":\"Changed\"}");

        assertThat(answer.code()).isEqualTo("dify_unauthorized");
        assertThat(stored("api_key_sealed", path)).isEqualTo(before);
        assertThat(admin.get(path).json().path("name").asText()).isEqualTo("Keeps its key");
        assertThat(admin.post(path + "/test", "{}").json().path("ok").asBoolean())
                .isTrue();
    }

    @Test
    void sendsAStoredKeyToNoOtherHost() {
        String path = added("Stays here");
        try (DifySimulator other =
                DifySimulator.builder().app(SimulatedApp.chat(KEY)).start()) {
            ApiAnswer without = admin.patch(path, "{\"base_url\":\"" + other.uri() + "\"}");

            assertThat(without.status()).isEqualTo(400);
            assertThat(without.errors()).isEqualTo("api_key:required");
            assertThat(other.requests()).isEmpty();

            ApiAnswer with = admin.patch(path, "{\"base_url\":\"" + other.uri() + "\",\"api_key\":\"" + KEY + "\"}");

            assertThat(with.json().path("base_url").asText())
                    .isEqualTo(other.uri().toString());
        }
    }

    @Test
    void changesAnAppWhoseDifyIsDown() {
        String path;
        try (DifySimulator other =
                DifySimulator.builder().app(SimulatedApp.chat(KEY)).start()) {
            ApiAnswer added = admin.post(APPS, body("Goes down", KEY, other.uri()));
            path = APPS + "/" + added.json().path("id").asText();
        }

        ApiAnswer test = admin.post(path + "/test", "{}");
        ApiAnswer changed = admin.patch(path, "{\"enabled\":false}");

        assertThat(test.status()).isEqualTo(200);
        assertThat(test.json().path("ok").asBoolean()).isFalse();
        assertThat(test.json().at("/steps/2/code").asText()).isEqualTo("not_connected");
        assertThat(test.json().at("/steps/2/message").asText()).isNotBlank();
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("enabled").asBoolean()).isFalse();
    }

    @Test
    void testsWithoutABody() {
        ApiAnswer answer = admin.send("POST", added("No body") + "/test", null, null);

        assertThat(answer.json().path("ok").asBoolean()).isTrue();
        assertThat(answer.json().path("mode").asText()).isEqualTo("chat");
    }

    private void assertNothingStored(String name) {
        assertThat(admin.get(APPS + "?limit=100").json().path("data"))
                .noneMatch(app -> app.path("name").asText().equals(name));
    }
}
