package dev.rechat.admin.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.admin.House;
import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.node.OffloadType;
import dev.rechat.runlog.pause.PauseReason;
import dev.rechat.runlog.pause.PauseReasonType;
import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.testing.account.TestAccounts.Person;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminRunsIT {

    private static final String PATH = "/api/v1/admin/runs";

    @TempDir
    private static Path payloads;

    private static House house;
    private static Recorded recorded;
    private static Person root;
    private static ApiClient admin;
    private static Person ada;
    private static AppId desk;
    private static final List<WorkflowRun> runs = new ArrayList<>();
    private static WorkflowRun theirs;

    @BeforeAll
    static void runsWereRecorded() {
        house = new House(Map.of("runlog.payloads", payloads.toString()));
        recorded = new Recorded(house);
        root = house.person("admin");
        admin = house.as(root);
        ada = house.person("user");
        desk = recorded.app("Desk");
        AppId gone = AppId.of(recorded.id());
        runs.add(recorded.run(desk, ada.id(), "2026-03-01T10:00:00Z", RunStatus.SUCCEEDED, "a lease of 100% land"));
        runs.add(recorded.run(desk, ada.id(), "2026-03-02T10:00:00Z", RunStatus.FAILED, "租约 of a boat"));
        runs.add(recorded.run(desk, "end user 7", "2026-03-02T10:00:00Z", RunStatus.RUNNING, "nothing"));
        runs.add(recorded.run(gone, ada.id(), "2026-03-03T10:00:00Z", RunStatus.PARTIAL_SUCCEEDED, "a lease"));
        theirs = recorded.run(
                new Tenant("others"), desk, ada.id(), "2026-03-01T10:00:00Z", RunStatus.FAILED, "a lease of theirs");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void tellsRunsNewestFirstWithoutTheirWords() {
        JsonNode list = get("");

        assertThat(ids(list))
                .hasSize(4)
                .startsWith(runs.get(3).id())
                .endsWith(runs.get(0).id());
        assertThat(list.toString()).doesNotContain("lease").doesNotContain("it broke");
        assertThat(list.path("search").asText()).isIn("substring", "full_text");
        assertThat(list.path("next_cursor").isNull()).isTrue();
        JsonNode last = list.path("data").get(3);
        assertThat(last.path("app").path("name").asText()).isEqualTo("Desk");
        assertThat(last.path("user").path("email").asText()).contains("@");
        assertThat(last.path("cost").toString()).isEqualTo("{\"currency\":\"USD\",\"amount\":\"0.0025\"}");
        assertThat(last.path("elapsed_ms").asLong()).isEqualTo(1500);
        assertThat(last.path("created_at").asText()).isEqualTo("2026-03-01T10:00:00.000Z");
        assertThat(last.path("turn_id").asText()).isEqualTo(runs.get(0).turnId());
        assertThat(list.path("data").get(0).path("app").has("name"))
                .as("an app that is gone has its id only")
                .isFalse();
    }

    @Test
    void goesThroughPagesAcrossRunsOfTheSameMoment() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("?limit=1" + cursor);
            seen.addAll(ids(page));
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asText();
        } while (!cursor.isEmpty());

        assertThat(seen).isEqualTo(ids(get("")));
    }

    @Test
    void narrowsByAppPersonStatusSourceAndHalfOpenTime() {
        assertThat(ids(get("?app_id=" + desk))).hasSize(3);
        assertThat(ids(get("?user_id=end%20user%207")))
                .containsExactly(runs.get(2).id());
        assertThat(ids(get("?status=partial-succeeded")))
                .containsExactly(runs.get(3).id());
        assertThat(ids(get("?from=2026-03-01T10:00:00Z&to=2026-03-02T10:00:00Z")))
                .containsExactly(runs.get(0).id());
        assertThat(ids(get("?triggered_from=debugging"))).isEmpty();
        assertThat(ids(get("?source=service-api&app_id=" + desk))).hasSize(3);
        assertThat(ids(get("?source=web-app"))).isEmpty();
    }

    @Test
    void findsWordsAndWritesDownWhoLooked() {
        assertThat(ids(get("?q=lease")))
                .containsExactly(runs.get(3).id(), runs.get(0).id());
        assertThat(house.newestAct()).isEqualTo("runs_searched " + root.id() + "  {\"q\":\"lease\"}");
        assertThat(ids(get("?q=%E7%A7%9F%E7%BA%A6")))
                .containsExactly(runs.get(1).id());
        assertThat(ids(get("?q=it%20broke"))).containsExactly(runs.get(1).id());
    }

    @Test
    void opensARunWithItsWordsAndWritesThatDown() {
        WorkflowRun run = runs.get(1);

        JsonNode read = get("/" + run.id());

        assertThat(read.path("inputs").asText()).isEqualTo("{\"question\":\"租约 of a boat\"}");
        assertThat(read.path("error").asText()).isEqualTo("it broke");
        assertThat(read.path("source").asText()).isEqualTo("service-api");
        assertThat(read.path("run").path("id").asText()).isEqualTo(run.id());
        assertThat(read.path("truncated")).isEmpty();
        assertThat(read.has("pause")).isFalse();
        assertThat(house.newestAct())
                .startsWith("run_read " + root.id() + " " + run.id() + " ")
                .contains("\"user_id\":\"" + ada.id() + "\"", "\"part\":\"run\"");
    }

    @Test
    void tellsWhatARunWaitsFor() {
        WorkflowRun run = recorded.run(desk, ada.id(), "2025-12-01T10:00:00Z", RunStatus.RUNNING, "wait");
        house.bean(RunLogStores.class)
                .chosen()
                .runs()
                .pause(
                        Recorded.OURS,
                        run.id(),
                        "{}",
                        List.of(new PauseReason(PauseReasonType.HUMAN_INPUT_REQUIRED, "form-1", "", "ask")));

        JsonNode pause = get("/" + run.id()).path("pause");

        assertThat(pause.path("reasons").get(0).path("type").asText()).isEqualTo("human_input_required");
        assertThat(pause.path("reasons").get(0).path("node_id").asText()).isEqualTo("ask");
        assertThat(pause.has("resumed_at")).isFalse();
        house.accounts().run("DELETE FROM workflow_pauses");
        house.accounts().run("DELETE FROM workflow_runs WHERE id = ?", run.id());
    }

    @Test
    void tellsNodesInOrderWithFiguresAndWithoutMappings() {
        WorkflowRun run = runs.get(0);
        recorded.node(run, 1, "each", NodeStatus.SUCCEEDED, null);
        recorded.node(run, 2, "inner", NodeStatus.FAILED, "each");

        JsonNode nodes = get("/" + run.id() + "/nodes").path("data");

        assertThat(nodes).extracting(node -> node.path("node_id").asText()).containsExactly("each", "inner");
        JsonNode inner = nodes.get(1);
        assertThat(inner.path("start_ms").asLong()).isEqualTo(200);
        assertThat(inner.path("elapsed_ms").asLong()).isEqualTo(90);
        assertThat(inner.path("iteration_id").asText()).isEqualTo("each");
        assertThat(inner.path("round").asInt()).isEqualTo(1);
        assertThat(inner.path("total_tokens").asLong()).isEqualTo(40);
        assertThat(inner.path("cost").path("amount").asText()).isEqualTo("0.001");
        assertThat(inner.path("error").asText()).isEqualTo("no model");
        assertThat(nodes.toString()).doesNotContain("private");
        assertThat(house.newestAct()).contains("run_read", "\"part\":\"nodes\"");
    }

    @Test
    void opensANodeAndTheWholeOfWhatWasPutAside() {
        WorkflowRun run = runs.get(3);
        NodeExecution node = recorded.node(
                run, 1, "large", NodeStatus.SUCCEEDED, null, new NodeExecution.Truncated(true, false, true));
        house.bean(PayloadStore.class).put("rechat/whole.json", "{\"in\":\"the whole of it\"}");
        recorded.offload(node, OffloadType.INPUTS, "rechat/whole.json");
        recorded.offload(node, OffloadType.OUTPUTS, "rechat/lost.json");
        String path = "/" + run.id() + "/nodes/" + node.id();

        JsonNode cut = get(path);
        JsonNode whole = get(path + "?whole=true");

        assertThat(cut.path("inputs").asText()).isEqualTo("{\"in\":1}");
        assertThat(cut.path("truncated").toString()).isEqualTo("[\"inputs\",\"outputs\"]");
        assertThat(whole.path("inputs").asText()).isEqualTo("{\"in\":\"the whole of it\"}");
        assertThat(whole.path("truncated").toString())
                .as("what is lost stays cut")
                .isEqualTo("[\"outputs\"]");
        assertThat(whole.path("outputs").asText()).isEqualTo("{\"out\":\"private\"}");
        assertThat(whole.path("metadata").asText()).contains("total_price");
        assertThat(house.newestAct()).contains("run_read", "\"part\":\"node large\"");
    }

    @Test
    void opensTheWholeOfARunThatWasTooLargeForItsRow() {
        var large = recorded.large(desk, ada.id(), "2025-11-01T10:00:00Z", "words " + "w".repeat(200_000));
        String id = large.record().id();

        JsonNode cut = get("/" + id);
        JsonNode whole = get("/" + id + "?whole=true");
        house.bean(PayloadStore.class).delete(large.offloads().getFirst().fileKey());
        JsonNode lost = get("/" + id + "?whole=true");
        house.accounts().run("DELETE FROM workflow_runs WHERE id = ?", id);

        assertThat(cut.path("truncated").toString()).isEqualTo("[\"inputs\"]");
        assertThat(cut.path("inputs").asText()).hasSizeLessThan(110_000).startsWith("{\"question\":\"words www");
        assertThat(whole.path("truncated").isEmpty()).isTrue();
        assertThat(whole.path("inputs").asText()).isEqualTo("{\"question\":\"words " + "w".repeat(200_000) + "\"}");
        assertThat(whole.path("outputs").asText()).isEqualTo("{}");
        assertThat(house.newestAct()).contains("run_read", "\"part\":\"run\"");
        assertThat(lost.path("truncated").toString()).isEqualTo("[\"inputs\"]");
        assertThat(lost.path("inputs").asText()).isEqualTo(cut.path("inputs").asText());
        assertThat(lost.path("too_large").isEmpty()).isTrue();
    }

    @Test
    void saysThatTheWholeIsTooLargeForAnAnswer() {
        NodeExecution node = recorded.node(
                runs.get(3), 2, "huge", NodeStatus.SUCCEEDED, null, new NodeExecution.Truncated(false, false, true));
        house.bean(PayloadStore.class).put("rechat/huge.json", "\"" + "x".repeat(WholeContent.MOST_CHARACTERS) + "\"");
        recorded.offload(node, OffloadType.OUTPUTS, "rechat/huge.json");

        JsonNode read = get("/" + runs.get(3).id() + "/nodes/" + node.id() + "?whole=true");

        assertThat(read.path("too_large").toString()).isEqualTo("[\"outputs\"]");
        assertThat(read.path("truncated").toString()).isEqualTo("[\"outputs\"]");
        assertThat(read.path("outputs").asText()).isEqualTo("{\"out\":\"private\"}");
    }

    @Test
    void knowsNothingOfAnotherTenant() {
        NodeExecution node = recorded.node(theirs, 1, "llm", NodeStatus.SUCCEEDED, null);

        assertThat(ids(get("?status=failed"))).doesNotContain(theirs.id());
        assertThat(status("/" + theirs.id())).isEqualTo(404);
        assertThat(status("/" + theirs.id() + "/nodes")).isEqualTo(404);
        assertThat(status("/" + theirs.id() + "/nodes/" + node.id())).isEqualTo(404);
        assertThat(status("/" + runs.get(0).id() + "/nodes/" + node.id())).isEqualTo(404);
    }

    @Test
    void findsANodeOnlyBelowItsOwnRun() {
        NodeExecution node = recorded.node(runs.get(1), 1, "llm", NodeStatus.SUCCEEDED, null);

        assertThat(status("/" + runs.get(1).id() + "/nodes/" + node.id())).isEqualTo(200);
        assertThat(status("/" + runs.get(0).id() + "/nodes/" + node.id())).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?status=done",
                "?triggered_from=nobody",
                "?source=somewhere",
                "?app_id=desk",
                "?from=2026-03-01",
                "?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z",
                "?q=%20",
                "?limit=0",
                "?cursor=!",
                "?cursor=bm9uZQ",
            })
    void refusesWhatItDoesNotUnderstand(String query) {
        ApiAnswer answer = admin.get(PATH + query);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("validation_failed");
    }

    @Test
    void refusesTooLongWordsAndACursorOfOtherFilters() {
        String cursor = get("?limit=1").path("next_cursor").asText();

        assertThat(status("?q=" + "x".repeat(201))).isEqualTo(400);
        assertThat(status("?status=running&cursor=" + cursor)).isEqualTo(400);
        assertThat(status("?limit=1&cursor=" + cursor)).isEqualTo(200);
    }

    @Test
    void readsAFlagStrictly() {
        assertThat(status("/" + runs.get(0).id() + "/nodes/x?whole=1")).isEqualTo(400);
        assertThat(status("/" + runs.get(0).id() + "?whole=yes")).isEqualTo(400);
    }

    @Test
    void isForAdministratorsAlone() {
        for (String path : List.of("", "/x", "/x/nodes", "/x/nodes/y", "/counts", "/statistics")) {
            assertThat(house.as(ada).get(PATH + path).status()).as(path).isEqualTo(403);
        }
        assertThat(house.as(ada).get("/api/v1/admin/runlog/status").status()).isEqualTo(403);
    }

    private static JsonNode get(String query) {
        ApiAnswer answer = admin.get(PATH + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static int status(String query) {
        return admin.get(PATH + query).status();
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.path("data").forEach(run -> ids.add(run.path("id").asText()));
        return ids;
    }
}
