package dev.rechat.chat.http;

import static dev.rechat.chat.http.TurnHouse.PATIENCE;
import static dev.rechat.chat.http.TurnHouse.body;
import static dev.rechat.chat.http.TurnHouse.newId;
import static dev.rechat.chat.http.TurnHouse.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.chat.runlog.RunEnd;
import dev.rechat.chat.runlog.RunRecorders;
import dev.rechat.conversations.removal.Removals;
import dev.rechat.persistence.app.App;
import dev.rechat.runlog.erasure.RunErasures;
import dev.rechat.runlog.memory.MemoryRunLogStore;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.RunType;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.StoreName;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.EngineVariant;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.Script;
import dev.rechat.testing.gateway.InProcess;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is recorded of runs that are asked for over HTTP, and that no chat suffers from it. */
@InProcess("the store that is away on demand")
class RunLogIT {

    private static final MemoryRunLogStore STORE = SearchServer.STORE;

    private static final Map<String, Object> SETTINGS =
            Map.of("test.search-server", true, "runlog.store", "elasticsearch");

    @SuppressWarnings("NullAway.Init") // before all tests
    private static TurnHouse house;

    private final Person person = house.person();
    private final String turn = newId();

    @BeforeAll
    static void open() {
        house = new TurnHouse(EngineVariant.CELERY, SETTINGS);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @AfterEach
    void theStoreIsThere() {
        STORE.away(false);
    }

    private List<ReceivedEvent> ask(App app, String words) throws Exception {
        try (EventStream stream = house.first.open(person, body(app, words, "turn_id", turn))) {
            return stream.rest();
        }
    }

    private String runId() {
        return Objects.requireNonNull(house.turn(person, turn).workflowRunId());
    }

    /** As it is once it has ended. */
    private static WorkflowRun ended(String run) throws Exception {
        until(() -> STORE.allRuns().stream()
                .anyMatch(each -> each.id().equals(run) && each.status().isEnded()));
        return STORE.run(run);
    }

    private WorkflowRun ended() throws Exception {
        return ended(runId());
    }

    @ParameterizedTest
    @CsvSource({"advanced-chat, CHAT", "workflow, WORKFLOW"})
    void recordsARunOfTheWebApp(String mode, RunType type) throws Exception {
        App app = house.app(mode);
        assertThat(ask(app, "What is a lease?").getLast().text("status")).isEqualTo("completed");

        WorkflowRun run = ended();
        assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(run.evidence()).isEqualTo(Evidence.TOLD);
        assertThat(run.type()).isEqualTo(type);
        assertThat(run.appId()).isEqualTo(app.id());
        assertThat(run.createdBy()).isEqualTo(person.id().toString());
        assertThat(run.turnId()).isEqualTo(turn);
        assertThat(run.conversationId())
                .isEqualTo(house.turn(person, turn).conversationId().toString());
        assertThat(run.inputs()).contains("sys.workflow_run_id");
        assertThat(run.totalPrice()).isNotNull();
        assertThat(STORE.nodesOf(run.id()))
                .extracting(NodeExecution::nodeType)
                .startsWith("start")
                .contains("llm");
        assertThat(STORE.logOf(run.id()).orElseThrow().createdFrom()).isEqualTo(AppLogSource.WEB_APP);
    }

    @Test
    void recordsARunOfTheOpenAiApi() throws Exception {
        int before = STORE.allRuns().size();
        var caller = new OpenAiCaller(house.first, person, house.app("advanced-chat"), null);

        assertThat(caller.say("What is a lease?").content()).isNotEmpty();

        until(() -> STORE.allRuns().size() > before);
        WorkflowRun run = STORE.allRuns().stream()
                .filter(each -> each.createdBy().equals(person.id().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(ended(run.id()).status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(STORE.logOf(run.id()).orElseThrow().createdFrom()).isEqualTo(AppLogSource.SERVICE_API);
    }

    @Test
    void recordsNothingOfAppsThatHaveNoRuns() throws Exception {
        ask(house.app("chat"), "What is a lease?");

        assertThat(STORE.allRuns())
                .noneMatch(run -> run.createdBy().equals(person.id().toString()));
    }

    @Test
    void answersAsEverWhileTheStoreIsAway() throws Exception {
        Gate gate = new Gate();
        house.script("away", Script.answer("before ").pause(gate).text("after"));
        try (EventStream stream = house.first.open(person, body(house.app("advanced-chat"), "away", "turn_id", turn))) {
            stream.awaitNamed("delta");
            STORE.away(true);
            gate.open();

            List<ReceivedEvent> rest = stream.rest();
            assertThat(rest.getLast().text("status")).isEqualTo("completed");
        }
        until(() -> health().contains("\"run_logs\":\"waiting\""));

        STORE.away(false);

        assertThat(ended().status()).isEqualTo(RunStatus.SUCCEEDED);
        until(() -> health().contains("\"run_logs\":\"ready\""));
    }

    @Test
    void recordsInTheDatabaseWhatTheStoreDoesNotTakeInTime() throws Exception {
        Map<String, Object> hurried = new HashMap<>(SETTINGS);
        hurried.put("runlog.fallback-after", "0s");
        try (Instance other = house.another(hurried)) {
            STORE.away(true);
            try (EventStream stream =
                    other.open(person, body(house.app("advanced-chat"), "In the database", "turn_id", turn))) {
                assertThat(stream.rest().getLast().text("status")).isEqualTo("completed");
            }

            RunLogStores stores = other.bean(RunLogStores.class);
            RunLogStore database = stores.find(StoreName.MYSQL).orElseThrow();
            until(() -> database.runs()
                    .find(stores.tenant(), runId())
                    .filter(run -> run.status() == RunStatus.SUCCEEDED)
                    .isPresent());
            assertThat(health(other)).contains("\"run_logs\":\"fallen_back\"");
            assertThat(STORE.allRuns()).noneMatch(run -> run.id().equals(runId()));
        }
    }

    private static String health() throws Exception {
        return health(house.first);
    }

    private static String health(Instance instance) throws Exception {
        HttpResponse<String> answer = instance.send(
                HttpRequest.newBuilder(URI.create(instance.uri() + "/health")).build());
        return answer.body();
    }

    @Test
    void mixesNothingOfTurnsThatRunAtTheSameTime() throws Exception {
        Gate gate = new Gate();
        List<EventStream> streams = new ArrayList<>();
        List<String> turns = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            house.script(
                    "word" + i + " please",
                    Script.answer("answer" + i).pause(gate).text(" end" + i));
            turns.add(newId());
            streams.add(house.first.open(
                    person, body(house.app("advanced-chat"), "word" + i + " please", "turn_id", turns.get(i))));
        }
        gate.open();
        for (EventStream stream : streams) {
            stream.rest();
            stream.close();
        }

        for (int i = 0; i < 5; i++) {
            WorkflowRun run = ended(
                    Objects.requireNonNull(house.turn(person, turns.get(i)).workflowRunId()));
            assertThat(run.inputs()).contains("word" + i + " please");
            assertThat(run.outputs()).isEqualTo("{\"answer\":\"answer" + i + " end" + i + "\"}");
            assertThat(run.turnId()).isEqualTo(turns.get(i));
            assertThat(STORE.nodesOf(run.id()))
                    .extracting(NodeExecution::nodeId)
                    .containsExactly("start", "knowledge", "llm", "answer");
            assertThat(STORE.nodesOf(run.id()).getLast().outputs()).isEqualTo(run.outputs());
        }
    }

    @Test
    void keepsWhatOneProcessKnewWhenAnotherTellsTheRest() throws Exception {
        Gate gate = new Gate();
        house.script("elsewhere", Script.answer("before ").nodes(1).pause(gate).text("after"));
        try (EventStream original =
                house.first.open(person, body(house.app("advanced-chat"), "elsewhere", "turn_id", turn))) {
            original.awaitNamed("delta");
            until(() -> house.turn(person, turn).workflowRunId() != null);
            until(() -> STORE.nodesOf(runId()).stream()
                    .anyMatch(node -> node.nodeId().equals("code-1")));
            house.giveAway(turn);
            try (EventStream reader = house.second.resume(person, turn, 0)) {
                house.dify.awaitRequest(
                        request -> request.path().equals("/v1/workflow/" + runId() + "/events"), PATIENCE);
                gate.open();
                reader.rest();
            }
        }

        WorkflowRun run = ended();
        assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(run.inputs()).contains("elsewhere");
        assertThat(run.totalPrice()).isNotNull();
        List<NodeExecution> nodes = STORE.nodesOf(run.id());
        assertThat(nodes).allMatch(node -> node.status() == NodeStatus.SUCCEEDED);
        assertThat(nodes)
                .filteredOn(node -> node.nodeId().equals("code-1"))
                .singleElement()
                .satisfies(node -> assertThat(node.outputs()).isEqualTo("{\"result\":1}"));
        assertThat(STORE.logOf(run.id())).isPresent();
    }

    @Test
    void tellsThatARunWasStopped() throws Exception {
        house.script("stopped", Script.answer("said ").pause(new Gate()).text("unsaid"));
        try (EventStream stream =
                house.first.open(person, body(house.app("advanced-chat"), "stopped", "turn_id", turn))) {
            stream.awaitNamed("delta");
            house.first.stop(person, turn);
            stream.rest();
        }

        assertThat(ended().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(STORE.nodesOf(runId())).extracting(NodeExecution::status).contains(NodeStatus.STOPPED);
    }

    @Test
    void asksDifyHowARunEndedThatNobodyHeardOf() throws Exception {
        try (TurnHouse old = new TurnHouse(EngineVariant.LEGACY, SETTINGS)) {
            Person someone = old.person();
            old.script("cut", Script.answer("said ").cut().text("unheard"));
            try (EventStream stream = old.first.open(someone, body(old.app("advanced-chat"), "cut", "turn_id", turn))) {
                assertThat(stream.rest().getLast().name()).isEqualTo("error");
            }

            WorkflowRun run =
                    ended(Objects.requireNonNull(old.turn(someone, turn).workflowRunId()));
            assertThat(run.evidence()).isEqualTo(Evidence.LOOKED_UP);
            assertThat(run.status()).isEqualTo(RunStatus.STOPPED);
            assertThat(STORE.nodesOf(run.id())).noneMatch(node -> node.status() == NodeStatus.RUNNING);
        }
    }

    @Test
    void marksAsCutWhatDifyDoesNotKnow() throws Exception {
        App app = house.app("advanced-chat");
        ask(app, "What is a lease?");
        String unknown = newId();
        house.house.sql("UPDATE turns SET workflow_run_id = ? WHERE id = ?", unknown, turn);

        house.first.bean(RunRecorders.class).abandoned(house.turn(person, turn), app, RunEnd.BROKEN);

        assertThat(ended(unknown).evidence()).isEqualTo(Evidence.CUT);
        assertThat(ended(unknown).status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void holdsNothingBackWhenItsProcessEnds() throws Exception {
        Instance leaving = house.another(SETTINGS);
        Gate gate = new Gate();
        house.script("leaving", Script.answer("said ").pause(gate).text("unsaid"));
        try (EventStream stream = leaving.open(person, body(house.app("advanced-chat"), "leaving", "turn_id", turn))) {
            stream.awaitNamed("delta");
            leaving.close();
        }

        gate.open();
        assertThat(STORE.run(runId()).status()).isEqualTo(RunStatus.RUNNING);
        assertThat(STORE.nodesOf(runId())).extracting(NodeExecution::nodeId).contains("start", "llm");
    }

    @Test
    void tellsThatARunWaitsAndThatItWentOn() throws Exception {
        App app = house.house.app("advanced-chat", DemoApps.APPROVAL_KEY);
        List<ReceivedEvent> paused = ask(app, "May I go home?");
        String run = runId();
        until(() -> STORE.pauseOf(run).isPresent());
        assertThat(STORE.run(run).status()).isEqualTo(RunStatus.PAUSED);
        assertThat(STORE.pauseOf(run).orElseThrow().reasons()).hasSize(1);

        String form = ReceivedEvent.named("form", paused).getFirst().text("form_id");
        try (EventStream stream = house.house.open(house.house.posting(
                "/api/v1/chat/turns/" + turn + "/forms/" + form,
                person,
                "{\"action\":\"approve\",\"inputs\":{\"remark\":\"looks fine\"}}"))) {
            stream.rest();
        }

        WorkflowRun ended = ended(run);
        assertThat(ended.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(ended.inputs()).contains("May I go home?");
        assertThat(STORE.pauseOf(run).orElseThrow().resumedAt()).isNotNull();
        assertThat(STORE.nodesOf(run)).allMatch(node -> node.status() == NodeStatus.SUCCEEDED);
    }

    @Test
    void keepsNothingOfWhatWasSaidInARemovedConversation() throws Exception {
        ask(house.app("advanced-chat"), "My secret");
        WorkflowRun before = ended();
        assertThat(before.inputs()).contains("My secret");
        long tokens = before.totalTokens();

        house.second.bean(Removals.class).removeOwned(house.turn(person, turn).conversationId(), person.id());
        house.second.bean(RunErasures.class).workOff(10);

        WorkflowRun after = STORE.run(before.id());
        assertThat(after.inputs()).isNull();
        assertThat(after.outputs()).isEqualTo("{}");
        assertThat(after.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(after.totalTokens()).isEqualTo(tokens);
        assertThat(STORE.nodesOf(before.id())).isNotEmpty().allSatisfy(node -> {
            assertThat(node.inputs()).isNull();
            assertThat(node.outputs()).isNull();
            assertThat(node.executionMetadata()).isNull();
        });
    }

    @Test
    void erasesWhatIsRecordedWhileItsConversationIsRemoved() throws Exception {
        house.script("removed amid", Script.answer("said ").pause(new Gate()).text("unsaid"));
        String run;
        try (EventStream stream =
                house.first.open(person, body(house.app("advanced-chat"), "removed amid", "turn_id", turn))) {
            stream.awaitNamed("delta");
            until(() -> house.turn(person, turn).workflowRunId() != null);
            run = runId();
            until(() -> STORE.allRuns().stream().anyMatch(each -> each.id().equals(run)));
            house.second
                    .bean(Removals.class)
                    .removeOwned(house.turn(person, turn).conversationId(), person.id());
            stream.rest();
        }
        house.dify.awaitIdle(PATIENCE);

        until(() -> {
            house.second.bean(RunErasures.class).workOff(10);
            return STORE.run(run).inputs() == null;
        });
        assertThat(STORE.run(run).status()).isEqualTo(RunStatus.STOPPED);
        assertThat(STORE.run(run).evidence()).isEqualTo(Evidence.CUT);
    }
}
