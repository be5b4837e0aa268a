package dev.rechat.admin.app;

import static dev.rechat.admin.app.AdminServer.APPS;
import static dev.rechat.admin.app.AdminServer.DIFY;
import static dev.rechat.admin.app.AdminServer.KEY;
import static dev.rechat.admin.app.AdminServer.WORKFLOW_KEY;
import static dev.rechat.admin.app.AdminServer.added;
import static dev.rechat.admin.app.AdminServer.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppLifecycleIT {

    private final ApiClient admin = AdminServer.admin();

    @Test
    void addsAnAppAndShowsIt() {
        ApiAnswer added = admin.post(
                APPS,
                "{\"name\":\" 服务台 😀 \",\"slug\":\"desk\",\"base_url\":\"" + DIFY.uri() + "/\",\"api_key\":\"" + KEY
                        + "\",\"description\":\"Ask us\",\"icon\":\"🛎\",\"enabled\":false}");

        assertThat(added.status()).isEqualTo(201);
        String id = added.json().path("id").asText();
        String created = added.json().path("created_at").asText();
        assertThat(created).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(added.json())
                .hasToString("{\"id\":\"" + id + "\",\"slug\":\"desk\",\"name\":\"服务台 😀\",\"description\":\"Ask us\","
                        + "\"icon\":\"🛎\",\"mode\":\"chat\",\"base_url\":\"" + DIFY.uri()
                        + "\",\"api_key_set\":true,\"spare_key_set\":false,\"enabled\":false,\"order\":0,\"visible_to\":\"all\",\"group_ids\":[],"
                        + "\"show_thoughts\":true,\"show_nodes\":\"steps\",\"show_citations\":true,\"system_variable\":null,\"created_at\":\""
                        + created
                        + "\",\"updated_at\":\"" + created + "\"}");
        assertThat(admin.get(APPS + "/" + id).body()).isEqualTo(added.body());
    }

    @ParameterizedTest
    @CsvSource({
        KEY + ",             chat",
        KEY + "-agent,       agent-chat",
        KEY + "-flow,        advanced-chat",
        KEY + "-completion,  completion",
        WORKFLOW_KEY + ",    workflow"
    })
    void takesTheModeFromDify(String key, String mode) {
        ApiAnswer added = admin.post(APPS, body("Mode " + mode, key));

        assertThat(added.json().path("mode").asText()).isEqualTo(mode);
        assertThat(added.json().path("enabled").asBoolean()).isTrue();
    }

    @Test
    void numbersNamesakes() throws Exception {
        List<Callable<String>> calls = IntStream.range(0, 6)
                .<Callable<String>>mapToObj(i -> () -> admin.post(APPS, body("Name Sake", KEY))
                        .json()
                        .path("slug")
                        .asText())
                .toList();

        List<String> slugs = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (Future<String> slug : threads.invokeAll(calls)) {
                slugs.add(slug.get());
            }
        }

        assertThat(slugs)
                .containsExactlyInAnyOrder(
                        "name-sake", "name-sake-2", "name-sake-3", "name-sake-4", "name-sake-5", "name-sake-6");
    }

    @Test
    void refusesASlugThatIsTaken() {
        String first = added("Taken");
        String second = added("Other");

        ApiAnswer onCreate = admin.post(
                APPS,
                "{\"name\":\"Again\",\"slug\":\"taken\",\"base_url\":\"" + DIFY.uri() + "\",\"api_key\":\"" + KEY
                        + "\"}");
        ApiAnswer onChange = admin.patch(second, "{\"slug\":\"taken\",\"name\":\"Changed\"}");

        assertThat(onCreate.status()).isEqualTo(409);
        assertThat(onCreate.code()).isEqualTo("slug_taken");
        assertThat(onChange.code()).isEqualTo("slug_taken");
        assertThat(admin.get(second).json().path("name").asText()).isEqualTo("Other");
        assertThat(admin.patch(first, "{\"slug\":\"taken\"}").status())
                .as("its own slug")
                .isEqualTo(200);
    }

    @Test
    void changesOnlyWhatIsGiven() {
        String path = added("Before");

        admin.patch(path, "{\"name\":\"After\"}");
        admin.patch(path, "{\"description\":\"New\",\"icon\":\"☎\"}");
        ApiAnswer changed = admin.patch(path, "{\"enabled\":false,\"name\":null}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("name").asText()).isEqualTo("After");
        assertThat(changed.json().path("slug").asText()).isEqualTo("before");
        assertThat(changed.json().path("description").asText()).isEqualTo("New");
        assertThat(changed.json().path("icon").asText()).isEqualTo("☎");
        assertThat(changed.json().path("enabled").asBoolean()).isFalse();
        assertThat(changed.json().path("mode").asText()).isEqualTo("chat");
        assertThat(admin.get(path).body()).isEqualTo(changed.body());
    }

    @Test
    void removesOnce() {
        String path = added("Short lived");

        assertThat(admin.delete(path).status()).isEqualTo(204);

        assertThat(admin.delete(path).status()).isEqualTo(404);
        assertThat(admin.get(path).status()).isEqualTo(404);
        assertThat(admin.patch(path, "{\"name\":\"x\"}").status()).isEqualTo(404);
        assertThat(admin.post(path + "/test", "{}").status()).isEqualTo(404);
    }

    @Test
    void listsAllInPagesWithoutGapOrRepeat() {
        List<String> added = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            added.add(added("Listed " + i).substring(APPS.length() + 1));
        }
        admin.patch(APPS + "/" + added.getFirst(), "{\"enabled\":false}");

        List<String> seen = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            var page = admin.get(APPS + "?limit=2" + cursor).json();
            page.path("data").forEach(app -> seen.add(app.path("id").asText()));
            cursor = page.path("next_cursor").isNull()
                    ? null
                    : "&cursor=" + page.path("next_cursor").asText();
        }

        assertThat(seen).containsSubsequence(added).doesNotHaveDuplicates();
    }
}
