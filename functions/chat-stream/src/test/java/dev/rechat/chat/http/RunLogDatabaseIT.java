package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.PATIENCE;
import static dev.rechat.chat.http.TurnHouse.body;
import static dev.rechat.chat.http.TurnHouse.newId;
import static dev.rechat.chat.http.TurnHouse.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.conversations.removal.Removals;
import dev.rechat.persistence.app.App;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.erasure.RunErasures;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunQuery;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the database has of runs that were asked for over HTTP. */
class RunLogDatabaseIT {

    @SuppressWarnings("NullAway.Init") // before all tests
    private static TurnHouse house;

    private final Person person = house.person();
    private final String turn = newId();

    @BeforeAll
    static void open() {
        house = new TurnHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static RunLogStore store() {
        return house.second.bean(RunLogStores.class).chosen();
    }

    private static Tenant tenant() {
        return house.second.bean(RunLogStores.class).tenant();
    }

    private List<ReceivedEvent> ask(App app, String words) throws Exception {
        try (EventStream stream = house.first.open(person, body(app, words, "turn_id", turn))) {
            return stream.rest();
        }
    }

    private String runId() {
        return Objects.requireNonNull(house.turn(person, turn).workflowRunId());
    }

    private static WorkflowRun awaited(String run, RunStatus status) throws Exception {
        until(() -> store().runs()
                .find(tenant(), run)
                .filter(found -> found.status() == status)
                .isPresent());
        return store().runs().find(tenant(), run).orElseThrow();
    }

    private static List<NodeExecution> nodes(WorkflowRun run) {
        return store().nodes().findByRun(tenant(), run.appId(), run.id());
    }

    @Test
    void holdsARunOfTheWebAppWithAllItsExecutions() throws Exception {
        ask(house.app("workflow"), "!graph 2");

        WorkflowRun run = awaited(runId(), RunStatus.SUCCEEDED);
        assertThat(run.evidence()).isEqualTo(Evidence.TOLD);
        assertThat(run.turnId()).isEqualTo(turn);
        assertThat(run.exceptionsCount()).isEqualTo(1);
        assertThat(run.currency()).isEqualTo("USD");
        List<NodeExecution> nodes = nodes(run);
        assertThat(nodes).extracting(NodeExecution::id).contains(run.id() + ":iteration-1", run.id() + ":loop-1");
        assertThat(nodes)
                .extracting(NodeExecution::status)
                .contains(NodeStatus.RETRY, NodeStatus.EXCEPTION)
                .doesNotContain(NodeStatus.RUNNING);
        assertThat(nodes)
                .filteredOn(node -> "iteration-1".equals(node.iterationId()))
                .hasSize(4);
        assertThat(nodes)
                .filteredOn(node -> node.nodeId().equals("agent-1"))
                .singleElement()
                .satisfies(node -> assertThat(node.executionMetadata()).contains("CALL wikipedia"));
        assertThat(store().runs().findAppLogs(tenant(), run.id()))
                .extracting(AppLog::createdFrom)
                .containsExactly(AppLogSource.WEB_APP);
    }

    @Test
    void holdsARunOfTheOpenAiApi() throws Exception {
        App app = house.app("advanced-chat");
        new OpenAiCaller(house.first, person, app, null).say("What is a lease?");

        until(() -> !store().runs()
                .findPage(RunQuery.of(tenant(), app.id()).with(RunStatus.SUCCEEDED), 10, null)
                .data()
                .isEmpty());
        WorkflowRun run = store().runs()
                .findPage(RunQuery.of(tenant(), app.id()), 10, null)
                .data()
                .getFirst();
        assertThat(run.inputs()).contains("What is a lease?");
        assertThat(store().runs().findAppLogs(tenant(), run.id()))
                .extracting(AppLog::createdFrom)
                .containsExactly(AppLogSource.SERVICE_API);
    }

    @Test
    void holdsARunThatOneProcessBeganAndAnotherEnded() throws Exception {
        Gate gate = new Gate();
        house.script("elsewhere", Script.answer("before ").nodes(1).pause(gate).text("after"));
        try (EventStream original =
                house.first.open(person, body(house.app("advanced-chat"), "elsewhere", "turn_id", turn))) {
            original.awaitNamed("delta");
            until(() -> house.turn(person, turn).workflowRunId() != null);
            WorkflowRun running = awaited(runId(), RunStatus.RUNNING);
            until(() -> nodes(running).stream().anyMatch(node -> node.nodeId().equals("code-1")));
            house.giveAway(turn);
            try (EventStream reader = house.second.resume(person, turn, 0)) {
                house.dify.awaitRequest(
                        request -> request.path().equals("/v1/workflow/" + runId() + "/events"), PATIENCE);
                gate.open();
                reader.rest();
            }
        }

        WorkflowRun run = awaited(runId(), RunStatus.SUCCEEDED);
        assertThat(run.inputs()).contains("elsewhere");
        assertThat(nodes(run)).allMatch(node -> node.status() == NodeStatus.SUCCEEDED);
        assertThat(nodes(run))
                .filteredOn(node -> node.nodeId().equals("code-1"))
                .singleElement()
                .satisfies(node -> assertThat(node.outputs()).isEqualTo("{\"result\":1}"));
    }

    @Test
    void holdsWhatARunWaitsForAndThatItWentOn() throws Exception {
        List<ReceivedEvent> paused = ask(house.house.app("advanced-chat", DemoApps.APPROVAL_KEY), "May I go home?");
        String run = runId();
        awaited(run, RunStatus.PAUSED);
        until(() -> store().runs().findPause(tenant(), run).isPresent());
        assertThat(store().runs().findPause(tenant(), run).orElseThrow().reasons())
                .hasSize(1);

        String form = ReceivedEvent.named("form", paused).getFirst().text("form_id");
        try (EventStream stream = house.house.open(house.house.posting(
                "/api/v1/chat/turns/" + turn + "/forms/" + form,
                person,
                "{\"action\":\"approve\",\"inputs\":{\"remark\":\"looks fine\"}}"))) {
            stream.rest();
        }

        WorkflowRun ended = awaited(run, RunStatus.SUCCEEDED);
        assertThat(ended.inputs()).contains("May I go home?");
        assertThat(store().runs().findPause(tenant(), run).orElseThrow().resumedAt())
                .isNotNull();
        assertThat(nodes(ended)).allMatch(node -> node.status() == NodeStatus.SUCCEEDED);
    }

    @Test
    void holdsTheWholeOfWhatIsTooLargeForARowElsewhere() throws Exception {
        house.script("large", Script.answer("x".repeat(150_000)));
        ask(house.app("advanced-chat"), "large");

        WorkflowRun run = awaited(runId(), RunStatus.SUCCEEDED);
        NodeExecution model = nodes(run).stream()
                .filter(node -> node.nodeId().equals("llm"))
                .findFirst()
                .orElseThrow();
        assertThat(model.truncated().outputs()).isTrue();
        assertThat(run.outputsTruncated()).isTrue();
        assertThat(run.outputs()).hasSizeBetween(100_000, 110_000);
        assertThat(run.inputsTruncated()).isFalse();
        for (String owner : List.of(model.id(), run.id())) {
            assertThat(store().nodes().findOffloads(tenant(), List.of(owner)))
                    .singleElement()
                    .satisfies(offload -> assertThat(payload(offload))
                            .hasValueSatisfying(whole -> assertThat(whole).contains("x".repeat(150_000))));
        }
    }

    private static Optional<String> payload(Offload offload) {
        return house.second.bean(PayloadStore.class).find(offload.fileKey());
    }

    @Test
    void holdsNoWholeOfWhatWasSaidInARemovedConversation() throws Exception {
        house.script("large", Script.answer("y".repeat(150_000)));
        ask(house.app("advanced-chat"), "large");
        WorkflowRun before = awaited(runId(), RunStatus.SUCCEEDED);
        List<String> owners = new ArrayList<>(List.of(before.id()));
        nodes(before).forEach(node -> owners.add(node.id()));
        List<Offload> offloads = store().nodes().findOffloads(tenant(), owners);
        assertThat(offloads)
                .hasSizeGreaterThan(1)
                .allMatch(offload -> payload(offload).isPresent());

        house.second.bean(Removals.class).removeOwned(house.turn(person, turn).conversationId(), person.id());
        house.second.bean(RunErasures.class).workOff(10);

        assertThat(offloads).allMatch(offload -> payload(offload).isEmpty());
        assertThat(store().nodes().findOffloads(tenant(), owners)).isEmpty();
        WorkflowRun after = store().runs().find(tenant(), before.id()).orElseThrow();
        assertThat(after.outputs()).isEqualTo("{}");
        assertThat(after.outputsTruncated()).isFalse();
        assertThat(nodes(after)).hasSameSizeAs(owners.subList(1, owners.size()));
    }

    @Test
    void holdsNothingOfWhatWasSaidInARemovedConversation() throws Exception {
        ask(house.app("advanced-chat"), "My secret");
        WorkflowRun before = awaited(runId(), RunStatus.SUCCEEDED);
        assertThat(before.inputs()).contains("My secret");

        house.second.bean(Removals.class).removeOwned(house.turn(person, turn).conversationId(), person.id());
        house.second.bean(RunErasures.class).workOff(10);

        WorkflowRun after = store().runs().find(tenant(), before.id()).orElseThrow();
        assertThat(after.inputs()).isNull();
        assertThat(after.outputs()).isEqualTo("{}");
        assertThat(after.totalTokens()).isEqualTo(before.totalTokens());
        assertThat(nodes(after))
                .isNotEmpty()
                .allMatch(node -> node.inputs() == null && node.outputs() == null && node.executionMetadata() == null);
    }
}
