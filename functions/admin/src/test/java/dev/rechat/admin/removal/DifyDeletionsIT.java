package dev.rechat.admin.removal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.admin.House;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.secret.SecretBox;
import dev.rechat.testing.account.TestAccounts.Person;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DifyDeletionsIT {

    private static final String PATH = "/api/v1/admin/dify-deletions";

    @AutoClose
    private final DifySimulator dify = DifySimulator.start();

    @AutoClose
    private final House house = new House(Map.of());

    private final Person ada = house.person("admin");
    private final ApiClient admin = house.as(ada);
    private final AppId app = app(DemoApps.CHAT_KEY);

    @Test
    void showsWhatIsLeftInPagesAndHowManyInAll() {
        note(app, 0, null);
        note(app, 1, "dify_unavailable");
        note(app, 3, "dify_timeout");
        note(app, 1, "dify_unauthorized");
        note(app, 1, "app_unknown");

        JsonNode first = admin.get(PATH + "?limit=2").json();
        JsonNode second = admin.get(
                        PATH + "?limit=3&cursor=" + first.path("next_cursor").asText())
                .json();

        assertThat(first.path("counts").toString()).isEqualTo("{\"waiting\":2,\"failed\":3}");
        assertThat(errors(first)).containsExactly("", "dify_unavailable");
        assertThat(errors(second)).containsExactly("dify_timeout", "dify_unauthorized", "app_unknown");
        assertThat(second.path("next_cursor").isNull()).isTrue();
        JsonNode row = second.path("data").get(0);
        assertThat(row.path("app_id").asText()).isEqualTo(app.toString());
        assertThat(row.path("attempts").asInt()).isEqualTo(3);
        assertThat(row.path("next_attempt_at").asText()).isEqualTo("2099-01-01T00:00:00.000Z");
        assertThat(row.fieldNames())
                .toIterable()
                .as("neither whose it is nor what it is called")
                .containsExactlyInAnyOrder("id", "app_id", "attempts", "last_error", "next_attempt_at", "created_at");
    }

    @Test
    void refusesCursorsOfOtherLists() {
        assertThat(admin.get(PATH + "?cursor=bm9uZQ").status()).isEqualTo(400);
    }

    @Test
    void triesAllOfThemAgainAndWritesDownWhoWantedIt() {
        note(app, 6, "dify_unavailable");
        note(app, 1, "dify_unauthorized");

        ApiAnswer retried = admin.post(PATH + "/retry", "");

        assertThat(retried.status()).isEqualTo(200);
        assertThat(retried.json().path("count").asInt()).isEqualTo(2);
        assertThat(house.newestAct()).isEqualTo("dify_deletions_retried " + ada.id() + " all {\"count\":\"2\"}");
        house.settle();
        assertThat(admin.get(PATH).json().path("data")).isEmpty();
        assertThat(dify.requests()).extracting(request -> request.method()).containsExactly("DELETE", "DELETE");
    }

    private void note(AppId at, int attempts, @Nullable String error) {
        house.accounts()
                .run(
                        "INSERT INTO dify_deletions SET app_id = ?, dify_conversation_id = ?, user_id = ?, attempts = ?,"
                                + " last_error = NULLIF(?, ''), next_attempt_at = '2099-01-01', created_at = NOW(3)",
                        at.toString(),
                        UUID.randomUUID().toString(),
                        ada.id(),
                        Integer.toString(attempts),
                        error == null ? "" : error);
    }

    private AppId app(String key) {
        AppId id = house.bean(IdGenerator.class).nextAppId();
        String sealed = house.bean(SecretBox.class).seal(key, id.toString());
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        house.bean(AppRepository.class)
                .save(new App(
                        id, "app-" + id, "Chat", "", "", "chat", dify.uri().toString(), sealed, true, 0, now, now));
        return id;
    }

    private static List<String> errors(JsonNode page) {
        List<String> errors = new ArrayList<>();
        page.path("data").forEach(row -> errors.add(row.path("last_error").asText()));
        return errors;
    }
}
