package dev.rechat.admin.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.admin.House;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.testing.account.TestAccounts.Person;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminUsageIT {

    private static final String PATH = "/api/v1/admin/usage";
    private static final String DAYS = "from=2026-03-01&to=2026-03-31";

    @AutoClose
    private static final House house = new House(Map.of());

    private static final Ledger ledger = new Ledger(house);
    private static final ApiClient admin = house.as(house.person("admin"));
    private static final Person ada = house.person("user");
    private static final UserId adaId = UserId.of(ada.id());
    private static final UserId gone = UserId.of("0192e4a0-0000-7000-8000-00000000dead");
    private static final AppId desk = ledger.app("=Desk");
    private static final AppId lost = ledger.goneApp();
    private static final List<TurnId> turns = new ArrayList<>();

    @BeforeAll
    static void turnsEnded() {
        turns.add(ledger.completed(desk, adaId, "2026-03-01T10:00:00Z", 100, "0.25", "USD", 400));
        turns.add(ledger.completed(desk, adaId, "2026-03-01T11:00:00Z", 50, "0.50", "EUR", 2000));
        turns.add(ledger.failed(desk, adaId, "2026-03-01T12:00:00Z", "dify_timeout"));
        turns.add(ledger.failed(desk, gone, "2026-03-02T12:00:00Z", "dify_rejected"));
        turns.add(ledger.completed(lost, gone, "2026-03-31T23:59:59Z", 1, "0.0001", "USD", 10));
        ledger.completed(lost, gone, "2026-04-01T00:00:00Z", 999, "1", "USD", 10);
    }

    private static JsonNode get(String query) {
        ApiAnswer answer = admin.get(PATH + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void tellsDaysTheLatestFirst() {
        JsonNode page = get("?" + DAYS);

        assertThat(page.path("data"))
                .extracting(row ->
                        row.path("day").asText() + " " + row.path("turns").asText())
                .containsExactly("2026-03-31 1", "2026-03-02 1", "2026-03-01 3");
        JsonNode first = page.path("data").get(2);
        assertThat(first.path("cost").toString())
                .isEqualTo("[{\"currency\":\"EUR\",\"amount\":\"0.5\"},{\"currency\":\"USD\",\"amount\":\"0.25\"}]");
        assertThat(first.path("failures").toString()).isEqualTo("[{\"code\":\"dify_timeout\",\"turns\":1}]");
        assertThat(first.path("first_token_ms").path("p50").asLong()).isBetween(380L, 420L);
        assertThat(first.path("first_token_ms").path("p95").asLong()).isBetween(1900L, 2100L);
        assertThat(first.path("total_tokens").asLong()).isEqualTo(150);
        assertThat(first.has("app") || first.has("user")).isFalse();
        assertThat(page.path("from").asText()).isEqualTo("2026-03-01");
        assertThat(page.path("time_zone").asText()).isEqualTo("UTC");
        assertThat(page.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void namesAppsAndPeopleThatAreThere() {
        JsonNode rows = get("?" + DAYS + "&by=app,user&sort=tokens").path("data");

        assertThat(rows.get(0).path("app").path("name").asText()).isEqualTo("=Desk");
        assertThat(rows.get(0).path("user").path("id").asText()).isEqualTo(ada.id());
        assertThat(rows.get(0).path("user").path("email").asText()).contains("@");
        assertThat(rows.get(1).path("app").toString()).isEqualTo("{\"id\":\"" + lost + "\"}");
        assertThat(rows.get(1).path("user").toString()).isEqualTo("{\"id\":\"" + gone + "\"}");
        assertThat(rows).hasSize(3);
    }

    @Test
    void namesNobodyWhoIsBeingDeleted() {
        Person leaving = house.person("user");
        ledger.completed(desk, UserId.of(leaving.id()), "2026-06-01T10:00:00Z", 1, "0.1", "USD", 10);
        house.accounts().run("UPDATE users SET deleting_at = NOW(3) WHERE id = ?", leaving.id());

        JsonNode rows = get("?from=2026-06-01&to=2026-06-01&by=user").path("data");

        assertThat(rows.get(0).path("user").toString()).isEqualTo("{\"id\":\"" + leaving.id() + "\"}");
    }

    @Test
    void goesThroughPages() {
        for (String question : List.of("by=day,app,user", "by=user&sort=cost", "by=day&sort=failed", "by=app")) {
            List<String> all = new ArrayList<>();
            get("?" + DAYS + "&limit=100&" + question).path("data").forEach(row -> all.add(row.toString()));
            List<String> paged = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = get("?" + DAYS + "&limit=1&" + question + cursor);
                page.path("data").forEach(row -> paged.add(row.toString()));
                cursor = page.path("next_cursor").isNull()
                        ? ""
                        : "&cursor=" + page.path("next_cursor").asText();
            } while (!cursor.isEmpty());

            assertThat(paged).as(question).isEqualTo(all).hasSizeGreaterThan(1);
        }
    }

    @Test
    void sumsUpAllOfIt() {
        JsonNode summary = get("/summary?" + DAYS);
        JsonNode ofAda = get("/summary?" + DAYS + "&user_id=" + ada.id());

        assertThat(summary.path("total").path("turns").asLong()).isEqualTo(5);
        assertThat(summary.path("total").path("failed").asLong()).isEqualTo(2);
        assertThat(summary.path("people").asLong()).isEqualTo(2);
        assertThat(summary.path("apps").asLong()).isEqualTo(2);
        assertThat(ofAda.path("total").path("turns").asLong()).isEqualTo(3);
        assertThat(get("/summary?from=2020-01-01&to=2020-01-01")
                        .path("total")
                        .path("turns")
                        .asLong())
                .isZero();
    }

    @Test
    void showsTheTurnsThatAFigureIsMadeOf() {
        JsonNode page = get("/turns?" + DAYS + "&limit=2");
        JsonNode rest = get("/turns?" + DAYS + "&limit=100&cursor="
                + page.path("next_cursor").asText());
        JsonNode failed = get("/turns?" + DAYS + "&status=failed&error=dify_timeout&app_id=" + desk);

        assertThat(ids(page)).containsExactly(turns.get(4), turns.get(3));
        assertThat(ids(rest)).containsExactly(turns.get(2), turns.get(1), turns.get(0));
        assertThat(ids(failed)).containsExactly(turns.get(2));
        JsonNode told = rest.path("data").get(2);
        assertThat(told.path("cost").toString()).isEqualTo("{\"currency\":\"USD\",\"amount\":\"0.25\"}");
        assertThat(told.path("status").asText()).isEqualTo("completed");
        assertThat(told.path("first_token_ms").asLong()).isEqualTo(400);
        assertThat(told.path("started_at").asText()).isEqualTo("2026-03-01T10:00:00.000Z");
        assertThat(failed.path("data").get(0).has("cost")).isFalse();
    }

    @Test
    void showsWhatRunsNow() {
        ledger.running(desk, adaId, "2026-01-01T08:00:00Z");

        JsonNode running = get("/running");

        assertThat(running.path("turns").asLong()).isEqualTo(1);
        JsonNode row = running.path("apps").get(0);
        assertThat(row.path("app").path("name").asText()).isEqualTo("=Desk");
        assertThat(row.path("people").asLong()).isEqualTo(1);
        assertThat(row.path("abandoned").asLong()).isEqualTo(1);
        assertThat(row.path("oldest_at").asText()).isEqualTo("2026-01-01T08:00:00.000Z");
    }

    @Test
    void exportsATableWhoseColumnsAddUpAndThatNoSpreadsheetCalculates() {
        ApiAnswer answer = admin.get(PATH + "/export?" + DAYS);
        List<String> lines = answer.body().lines().toList();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
        assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                .contains("usage-2026-03-01-2026-03-31.csv");
        assertThat(lines).hasSize(6);
        assertThat(lines.getFirst()).startsWith("day,app_id,app,user_id,user,email,turns,");
        assertThat(lines.get(1))
                .contains("2026-03-01," + desk + ",'=Desk," + ada.id())
                .endsWith(",dify_timeout 1");
        assertThat(lines.get(2)).contains(",EUR,0.5,,,").as("what is of all lines stands in the first");
        assertThat(lines.get(3)).contains(",USD,0.25,,,");
        assertThat(lines.get(5)).startsWith("2026-03-31," + lost + ",," + gone + ",,,1,");
        assertThat(admin.get(PATH + "/export?from=2020-01-01&to=2020-01-02")
                        .body()
                        .lines())
                .hasSize(1);
    }

    @Test
    void writesDownWhoHasTakenTheTableAndOfWhat() {
        admin.get(PATH + "/export?from=2026-03-01&to=2026-03-02&user_id=" + ada.id());

        assertThat(house.newestAct())
                .startsWith("usage_exported ")
                .endsWith("{\"from\":\"2026-03-01\",\"to\":\"2026-03-02\",\"user_id\":\"" + ada.id() + "\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=yesterday",
                "?from=2026-03-02&to=2026-03-01",
                "?from=2024-01-01&to=2026-03-01",
                "?from=-999999999-01-01",
                "?to=%2B999999999-12-31",
                "?by=week",
                "?by=day,day",
                "?by=",
                "?sort=size",
                "?app_id=desk",
                "?user_id=1",
                "?limit=101",
                "?cursor=bm9uZQ",
                // of the year 999999999
                "?by=day&cursor=ZGF5IGtleQowCis5OTk5OTk5OTktMDEtMDEKCg",
                "/turns?from=2026-03-01&to=2026-04-01",
                "/turns?status=streaming",
                "/turns?error=%27",
                "/turns?cursor=bm9uZQ",
                "/turns?cursor=Kzk5OTk5OTk5OS0wMS0wMQowMTg5MGE1ZC1hYzk2LTc3NGItYmNjZS1iMzAyMDk5YTgwNTc",
                "/summary?from=2024-01-01&to=2026-03-01",
                "/export?from=2024-01-01&to=2026-03-01"
            })
    void refusesWhatItDoesNotUnderstand(String query) {
        assertThat(admin.get(PATH + query).status()).isEqualTo(400);
    }

    @Test
    void refusesACursorOfAnotherReport() {
        String cursor = get("?" + DAYS + "&limit=1&by=day").path("next_cursor").asText();

        assertThat(admin.get(PATH + "?" + DAYS + "&by=app&cursor=" + cursor).status())
                .isEqualTo(400);
        assertThat(admin.get(PATH + "?" + DAYS + "&by=day&sort=cost&cursor=" + cursor)
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/summary", "/turns", "/running", "/export"})
    void isForAdministratorsAlone(String path) {
        assertThat(house.as(ada).get(PATH + path).status()).isEqualTo(403);
    }

    private static List<TurnId> ids(JsonNode page) {
        List<TurnId> ids = new ArrayList<>();
        page.path("data").forEach(row -> ids.add(TurnId.of(row.path("turn_id").asText())));
        return ids;
    }
}
