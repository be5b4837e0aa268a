package dev.rechat.admin.app;

import static dev.rechat.admin.app.AdminServer.APPS;
import static dev.rechat.admin.app.AdminServer.DIFY;
import static dev.rechat.admin.app.AdminServer.KEY;
import static dev.rechat.admin.app.AdminServer.WORKFLOW_KEY;
import static dev.rechat.admin.app.AdminServer.stored;
import static dev.rechat.admin.app.ConnectionTestIT.steps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.dify.SimulatedApp;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An app's key is changed in two steps, in any order, while people go on. */
class SpareKeyIT {

    /** The simulator has one key for each app: another app of the same name stands in for the same app. */
    private static final String NEW_KEY = KEY + "-spare";

    private final ApiClient admin = AdminServer.admin();

    @Test
    void isSetSwappedAndTakenAway() throws SQLException {
        try (DifySimulator dify = withTwoKeys()) {
            String path = added(dify);

            ApiAnswer set = put(path + "/spare-key", key(NEW_KEY));
            String first = stored("api_key_sealed", path);
            String spare = stored("spare_key_sealed", path);

            assertThat(set.body()).isEqualTo("{\"api_key_set\":true,\"spare_key_set\":true,\"compared\":true}");
            assertThat(spare).startsWith("test:").doesNotContain(NEW_KEY);
            assertThat(admin.get(path).json().path("spare_key_set").asBoolean()).isTrue();

            assertThat(admin.post(path + "/spare-key/swap", "{}").body())
                    .isEqualTo("{\"api_key_set\":true,\"spare_key_set\":true}");
            assertThat(stored("api_key_sealed", path)).isEqualTo(spare);
            assertThat(stored("spare_key_sealed", path)).isEqualTo(first);

            assertThat(admin.delete(path + "/spare-key").status()).isEqualTo(204);
            assertThat(admin.delete(path + "/spare-key").status()).isEqualTo(204);
            assertThat(stored("spare_key_sealed", path)).isNull();
            assertThat(admin.get(path).json().path("spare_key_set").asBoolean()).isFalse();
            assertThat(admin.post(path + "/spare-key/swap", "{}").code()).isEqualTo("conflict");
            assertThat(AdminServer.acts(path))
                    .containsSubsequence("app_spare_key_set", "app_keys_swapped", "app_spare_key_removed")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void isTestedBesideTheFirst() {
        String path;
        try (DifySimulator dify = withTwoKeys()) {
            path = added(dify);
            put(path + "/spare-key", key(NEW_KEY));

            JsonNode both = test(path);

            assertThat(both.path("ok").asBoolean()).isTrue();
            assertThat(steps(both)).contains("key:both_keys_work");
        }
    }

    @Test
    void takesOverWhereTheFirstIsRefused() throws SQLException {
        try (DifySimulator dify = withTwoKeys()) {
            String path = added(dify);
            put(path + "/spare-key", key(NEW_KEY));
            String good = stored("spare_key_sealed", path);
            String bad = AdminServer.sealed("app-taken-back", path);

            AdminServer.sql("UPDATE dify_apps SET api_key_sealed = ? WHERE id = ?", bad, id(path));
            JsonNode firstRefused = test(path);
            AdminServer.sql(
                    "UPDATE dify_apps SET api_key_sealed = ?, spare_key_sealed = ? WHERE id = ?", good, bad, id(path));
            JsonNode spareRefused = test(path);
            AdminServer.sql("UPDATE dify_apps SET api_key_sealed = ? WHERE id = ?", bad, id(path));
            JsonNode bothRefused = test(path);

            assertThat(firstRefused.path("ok").asBoolean()).isTrue();
            assertThat(steps(firstRefused)).contains("key:first_key_refused info parameters");
            assertThat(spareRefused.path("ok").asBoolean()).isTrue();
            assertThat(steps(spareRefused)).contains("key:spare_key_refused info parameters");
            assertThat(bothRefused.path("ok").asBoolean()).isFalse();
            assertThat(steps(bothRefused)).endsWith("key!key_refused");
        }
    }

    @Test
    void saysWhenNothingButTheModeCouldBeCompared() {
        try (DifySimulator dify = DifySimulator.builder()
                .app(SimulatedApp.chat(KEY).named("Desk", "One app"))
                .app(SimulatedApp.chat(NEW_KEY).named("Another", "Nobody can tell"))
                .app(SimulatedApp.workflow(WORKFLOW_KEY).named("Desk", "One app"))
                .start()) {
            String path = added(dify);
            assertThat(put(path + "/spare-key", key(NEW_KEY)).errors()).isEqualTo("api_key:another_app");

            AdminServer.sql(
                    "UPDATE dify_apps SET api_key_sealed = ? WHERE id = ?",
                    AdminServer.sealed("app-taken-back", path),
                    id(path));

            assertThat(put(path + "/spare-key", key(WORKFLOW_KEY)).errors()).isEqualTo("api_key:another_app");
            assertThat(put(path + "/spare-key", key(NEW_KEY))
                            .json()
                            .path("compared")
                            .asBoolean(true))
                    .isFalse();
        }
    }

    @Test
    void mustBeOneOfTheSameApp() throws SQLException {
        String path = AdminServer.added("One app");

        for (String wrong : List.of(WORKFLOW_KEY, KEY + "-flow")) {
            assertThat(put(path + "/spare-key", key(wrong)).errors()).isEqualTo("api_key:another_app");
        }
        assertThat(put(path + "/spare-key", key(KEY)).errors()).isEqualTo("api_key:same_key");
        assertThat(put(path + "/spare-key", key("dataset-1")).errors()).isEqualTo("api_key:not_an_app_key");
        assertThat(put(path + "/spare-key", key("app-unknown")).code()).isEqualTo("dify_unauthorized");
        assertThat(put(path + "/spare-key", "{}").errors()).isEqualTo("api_key:required");
        assertThat(stored("spare_key_sealed", path)).isNull();
        assertThat(DIFY.requests()).isNotEmpty();
    }

    @Test
    void goesWithTheFirstWhenThatIsReplaced() throws SQLException {
        try (DifySimulator dify = withTwoKeys();
                DifySimulator other = DifySimulator.builder()
                        .app(SimulatedApp.chat(KEY).named("Elsewhere", ""))
                        .start()) {
            String path = added(dify);
            put(path + "/spare-key", key(NEW_KEY));

            admin.patch(path, "{\"description\":\"Keeps both\"}");
            assertThat(stored("spare_key_sealed", path)).isNotNull();
            admin.patch(path, "{\"base_url\":\"" + other.uri() + "\",\"api_key\":\"" + KEY + "\"}");

            assertThat(stored("spare_key_sealed", path)).isNull();
            test(path);
            assertThat(other.requests()).isNotEmpty();
        }
    }

    private static DifySimulator withTwoKeys() {
        return DifySimulator.builder()
                .app(SimulatedApp.chat(KEY).named("Desk", "One app"))
                .app(SimulatedApp.chat(NEW_KEY).named("Desk", "One app"))
                .start();
    }

    private String added(DifySimulator dify) {
        ApiAnswer answer = admin.post(APPS, AdminServer.body("Desk", KEY, dify.uri()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return APPS + "/" + answer.json().path("id").asText();
    }

    private ApiAnswer put(String path, String body) {
        return admin.send("PUT", path, body.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    private JsonNode test(String path) {
        return admin.post(path + "/test", "{}").json();
    }

    private static String key(String key) {
        return "{\"api_key\":\"" + key + "\"}";
    }

    private static String id(String path) {
        return path.substring(APPS.length() + 1);
    }
}
