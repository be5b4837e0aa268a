package dev.rechat.admin.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.admin.House;
import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFiguresIT {

    private static final String PATH = "/api/v1/admin/runs";
    private static final String DAYS = "from=2026-03-28&to=2026-03-31";

    @AutoClose
    private static final House house = new House(Map.of());

    private static final Recorded recorded = new Recorded(house);
    private static final ApiClient admin = house.as(house.person("admin"));
    private static final String ada = house.person("user").id();
    private static final String bob = house.person("user").id();
    private static final AppId desk = recorded.app("Desk");
    private static final AppId other = recorded.app("Other");

    @BeforeAll
    static void runsWereRecorded() {
        // In Rome summer time begins on the 29th at 01:00 UTC; its 30th begins at 22:00 UTC of the 29th.
        WorkflowRun first = recorded.run(desk, ada, "2026-03-28T23:30:00Z", RunStatus.SUCCEEDED, "one");
        recorded.run(desk, ada, "2026-03-29T12:00:00Z", RunStatus.FAILED, "two");
        recorded.run(desk, bob, "2026-03-29T21:59:59.999Z", RunStatus.RUNNING, "three");
        recorded.run(desk, bob, "2026-03-29T22:00:00Z", RunStatus.STOPPED, "four");
        recorded.run(other, bob, "2026-03-29T12:00:00Z", RunStatus.PARTIAL_SUCCEEDED, "five");
        recorded.node(first, 1, "llm", NodeStatus.FAILED, null);
        recorded.node(first, 2, "llm", NodeStatus.SUCCEEDED, null);
        recorded.node(first, 3, "code", NodeStatus.SUCCEEDED, null);
    }

    @Test
    void countsTheDaysOfAZone() {
        JsonNode rome = get("/statistics?zone=Europe/Rome&" + DAYS + "&app_id=" + desk);

        assertThat(rome.path("runs").toString())
                .isEqualTo("[{\"date\":\"2026-03-29\",\"runs\":3},{\"date\":\"2026-03-30\",\"runs\":1}]");
        assertThat(rome.path("terminals").get(0).path("terminal_count").asLong())
                .isEqualTo(2);
        assertThat(rome.path("tokens").get(0).path("token_count").asLong()).isEqualTo(300);
        assertThat(rome.path("interactions").get(0).path("interactions").asDouble())
                .isEqualTo(1.5);
        assertThat(rome.path("zone").asText()).isEqualTo("Europe/Rome");
    }

    @Test
    void countsTheDaysOfTheHouseWhereNoZoneIsNamed() {
        JsonNode utc = get("/statistics?" + DAYS + "&app_id=" + desk);

        assertThat(utc.path("zone").asText()).isEqualTo("UTC");
        assertThat(utc.path("runs").toString())
                .isEqualTo("[{\"date\":\"2026-03-28\",\"runs\":1},{\"date\":\"2026-03-29\",\"runs\":3}]");
    }

    @Test
    void leavesOutTheDayAfterTheLast() {
        assertThat(get("/statistics?zone=Europe/Rome&from=2026-03-29&to=2026-03-30&app_id=" + desk)
                        .path("runs")
                        .toString())
                .isEqualTo("[{\"date\":\"2026-03-29\",\"runs\":3}]");
    }

    @Test
    void namesTheNodesThatFailAndThoseThatTakeLong() {
        JsonNode figures = get("/statistics?" + DAYS);

        JsonNode failing = figures.path("failing_nodes");
        assertThat(failing).hasSize(1);
        assertThat(failing.get(0).path("app").path("name").asText()).isEqualTo("Desk");
        assertThat(failing.get(0).path("node_id").asText()).isEqualTo("llm");
        assertThat(failing.get(0).path("failures").asLong()).isEqualTo(1);
        assertThat(failing.get(0).path("executions").asLong()).isEqualTo(2);
        assertThat(figures.path("slowest_nodes")).hasSize(2);
        assertThat(figures.path("slowest_nodes").get(0).path("average_ms").asLong())
                .isEqualTo(90);
    }

    @Test
    void countsByStatusWithDifysHyphen() {
        JsonNode counts = get("/counts?app_id=" + other);

        assertThat(counts.path("total").asLong()).isEqualTo(1);
        assertThat(counts.path("partial-succeeded").asLong()).isEqualTo(1);
        assertThat(get("/counts?app_id=" + desk + "&status=failed")
                        .path("failed")
                        .asLong())
                .isEqualTo(1);
        assertThat(get("/counts?app_id=" + desk + "&last=1s").path("total").asLong())
                .isZero();
        long days = Duration.between(
                        Instant.parse("2026-03-01T00:00:00Z"),
                        house.bean(Clock.class).instant())
                .toDays();
        assertThat(get("/counts?app_id=" + desk + "&last=" + (days + 1) + "d")
                        .path("total")
                        .asLong())
                .isEqualTo(4);
    }

    @Test
    void tellsHowTheStoresAre() {
        ApiAnswer answer = admin.get("/api/v1/admin/runlog/status");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode store = answer.json().path("stores").get(0);
        assertThat(store.path("store").asText()).isEqualTo("mysql");
        assertThat(store.path("chosen").asBoolean()).isTrue();
        assertThat(store.path("reachable").asBoolean()).isTrue();
        assertThat(store.path("kinds")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/statistics?zone=Mars/Olympus",
                "/statistics?zone=%2B02:00",
                "/statistics?from=yesterday",
                "/statistics?from=2026-03-02&to=2026-03-02",
                "/statistics?from=2024-01-01&to=2026-03-02",
                "/statistics?to=%2B999999999-12-31",
                "/statistics?triggered_from=nobody",
                "/counts",
                "/counts?app_id=desk",
            })
    void refusesWhatItDoesNotUnderstand(String query) {
        ApiAnswer answer = admin.get(PATH + query);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "d", "0d", "-1d", "7w", "1.5h", "9999999999d"})
    void refusesATimeBeforeNowThatIsNone(String last) {
        assertThat(admin.get(PATH + "/counts?app_id=" + desk + "&last=" + last).errors())
                .isEqualTo("last:invalid");
    }

    private static JsonNode get(String query) {
        ApiAnswer answer = admin.get(PATH + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
