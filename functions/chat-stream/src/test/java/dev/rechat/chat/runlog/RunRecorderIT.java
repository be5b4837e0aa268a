package dev.rechat.chat.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.dify.DifyApiKey;
import dev.rechat.dify.DifyApp;
import dev.rechat.dify.DifyClient;
import dev.rechat.dify.DifyEvent;
import dev.rechat.dify.DifyMode;
import dev.rechat.dify.DifyRequest;
import dev.rechat.dify.DifyRuns;
import dev.rechat.dify.DifyStream;
import dev.rechat.dify.DifyStreamCutException;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.pause.PauseReasonType;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.writing.LogEntry;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.dify.EngineVariant;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.GenerationRequest;
import dev.rechat.testing.dify.Script;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records of the events that a Dify really sends. */
class RunRecorderIT {

    private static final String USER = "somebody";

    @SuppressWarnings("NullAway.Init") // before all tests
    private static ApplicationContext context;

    private final DifySimulator dify = DifySimulator.start();
    private final Recorded recorded = Recorded.fresh();

    @BeforeAll
    static void open() {
        String key = "one:" + Base64.getEncoder().encodeToString(new byte[32]);
        context = ApplicationContext.run(Map.of("rechat.dify.networks", "127.0.0.1", "rechat.secrets.keys", key));
    }

    @AfterAll
    static void closeAll() {
        context.close();
    }

    @AfterEach
    void close() {
        dify.close();
    }

    private static DifyApp app(DifySimulator at, String key) {
        return new DifyApp(at.uri(), new DifyApiKey(key));
    }

    private DifyStream ask(String words) {
        return ask(dify, words, DemoApps.CHATFLOW_KEY);
    }

    private static DifyStream ask(DifySimulator at, String words, String key) {
        DifyRequest request = new DifyRequest.Chat(words, DifyRequest.noInputs(), USER, null, List.of(), false);
        return context.getBean(DifyClient.class).stream(app(at, key), request, null);
    }

    private static JsonNode json(String text) {
        try {
            return Objects.requireNonNull(Recorded.JSON.readValue(text, JsonNode.class));
        } catch (IOException damaged) {
            throw new AssertionError(text, damaged);
        }
    }

    private static JsonNode metadata(NodeExecution node) {
        return json(Objects.requireNonNull(node.executionMetadata()));
    }

    private static JsonNode metadata(NodeExecution node, String name) {
        return member(metadata(node), name);
    }

    private static JsonNode member(@Nullable JsonNode object, String name) {
        return Objects.requireNonNull(Objects.requireNonNull(object).get(name), name);
    }

    @ParameterizedTest
    @EnumSource(EngineVariant.class)
    void tellsARunFromItsStartToItsEnd(EngineVariant variant) throws Exception {
        try (DifySimulator other = DifySimulator.builder().variant(variant).start()) {
            recorded.takeAll(ask(other, "What is a lease?", DemoApps.CHATFLOW_KEY));
        }

        var run = recorded.run();
        assertThat(run.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(run.evidence()).isEqualTo(Evidence.TOLD);
        assertThat(run.inputs()).contains("\"sys.query\":\"What is a lease?\"");
        assertThat(run.outputs()).contains("\"answer\"");
        assertThat(run.totalTokens()).isPositive();
        assertThat(run.totalSteps()).isEqualTo(recorded.nodes().size());
        assertThat(run.currency()).isEqualTo("USD");
        assertThat(run.finishedAt()).isNotNull();
        assertThat(run.conversationId()).isEqualTo("0192e4a0-0000-7000-8000-000000000003");
        assertThat(recorded.nodes()).allMatch(node -> node.status() == NodeStatus.SUCCEEDED);
        assertThat(recorded.nodes())
                .extracting(NodeExecution::index)
                .startsWith(1, 2)
                .doesNotHaveDuplicates();
        assertThat(run.totalPrice())
                .isEqualByComparingTo(new BigDecimal(
                        metadata(recorded.node("llm"), "total_price").coerceStringValue()));
        assertThat(recorded.of(LogEntry.Request.class)).singleElement().satisfies(request -> {
            assertThat(request.log().createdFrom()).isEqualTo(AppLogSource.WEB_APP);
            assertThat(request.log().workflowRunId()).isEqualTo(run.id());
        });
    }

    @Test
    void tellsRoundsRetriesHandledFailuresAndAgentsNotes() throws Exception {
        recorded.takeAll(ask("!graph 3"));

        var run = recorded.run();
        NodeExecution iteration = recorded.node("iteration-1");
        assertThat(iteration.id()).isEqualTo(run.id() + ":iteration-1");
        assertThat(iteration.status()).isEqualTo(NodeStatus.SUCCEEDED);
        assertThat(metadata(iteration, "rounds").getIntValue()).isEqualTo(3);
        assertThat(metadata(iteration, "round_starts").size()).isEqualTo(3);
        assertThat(iteration.inputs()).contains("租约");
        assertThat(recorded.nodes("iteration-1-llm"))
                .hasSize(3)
                .allSatisfy(node -> assertThat(node.iterationId()).isEqualTo("iteration-1"))
                .allSatisfy(node -> assertThat(metadata(node, "iteration_id").getStringValue())
                        .isEqualTo("iteration-1"));
        assertThat(recorded.nodes("loop-1-code"))
                .hasSize(2)
                .allSatisfy(node -> assertThat(node.loopId()).isEqualTo("loop-1"));
        assertThat(recorded.nodes("tool-1"))
                .extracting(NodeExecution::status)
                .containsExactlyInAnyOrder(NodeStatus.RETRY, NodeStatus.SUCCEEDED);
        NodeExecution retry = recorded.nodes("tool-1").stream()
                .filter(node -> node.status() == NodeStatus.RETRY)
                .findFirst()
                .orElseThrow();
        assertThat(retry.id()).endsWith(":retry-1").startsWith(Objects.requireNonNull(retry.nodeExecutionId()));
        assertThat(retry.error()).isEqualTo("Connection refused");
        assertThat(recorded.node("http-1").status()).isEqualTo(NodeStatus.EXCEPTION);
        assertThat(run.exceptionsCount()).isEqualTo(1);
        JsonNode log = metadata(recorded.node("agent-1"), "agent_log");
        assertThat(log.size()).isEqualTo(2);
        assertThat(member(log.get(1), "label").getStringValue()).isEqualTo("CALL wikipedia");
        assertThat(member(log.get(1), "parent_id")).isEqualTo(member(log.get(0), "id"));
    }

    @Test
    void leavesOutWhatWasSaidWhereItIsNotToBeKept() throws Exception {
        Recorded bare = Recorded.withoutContent();
        bare.takeAll(ask("!graph 3"));

        assertThat(bare.run().inputs()).isNull();
        assertThat(bare.run().outputs()).isEqualTo("{}");
        assertThat(bare.nodes()).allSatisfy(node -> {
            assertThat(node.inputs()).isNull();
            assertThat(node.processData()).isNull();
            assertThat(node.outputs()).isNull();
            assertThat(String.valueOf(node.executionMetadata())).doesNotContain("agent_log", "lease");
        });
        assertThat(bare.node("http-1").error()).isEqualTo("The archive did not answer (504).");
        assertThat(bare.run().totalTokens()).isPositive();
        assertThat(bare.run().totalPrice()).isNotNull();
    }

    @Test
    void tellsWhatFailed() throws Exception {
        recorded.takeAll(ask("!error"));

        assertThat(recorded.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(recorded.run().error()).isNotEmpty();
        assertThat(recorded.node("llm").status()).isEqualTo(NodeStatus.FAILED);
        assertThat(recorded.node("llm").error()).isEqualTo(recorded.run().error());
        assertThat(recorded.recorder.open()).isNull();
    }

    @Test
    void closesWhatAStoppedRunLeavesOpen() throws Exception {
        dify.next(
                GenerationRequest.any(),
                Script.answer("said ").pause(new Gate()).text("unsaid"));
        try (DifyStream stream = ask("Stop me")) {
            for (var event = stream.next(); event != null; event = stream.next()) {
                recorded.recorder.take(event);
                String task = event.context().taskId();
                if (event instanceof DifyEvent.Message && task != null) {
                    context.getBean(DifyClient.class)
                            .stop(app(dify, DemoApps.CHATFLOW_KEY), DifyMode.ADVANCED_CHAT, task, USER);
                }
            }
        }

        assertThat(recorded.run().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(recorded.node("llm").status()).isEqualTo(NodeStatus.STOPPED);
        assertThat(recorded.node("llm").finishedAt()).isNotNull();
        assertThat(recorded.node("start").status()).isEqualTo(NodeStatus.SUCCEEDED);
    }

    @Test
    void completesACutRunFromItsSnapshotWithoutLosingDetails() throws Exception {
        Gate gate = new Gate();
        dify.next(
                GenerationRequest.any(),
                Script.answer("said ").nodes(2).cut().pause(gate).text("unheard"));
        assertThatThrownBy(() -> recorded.takeAll(ask("Cut me"))).isInstanceOf(DifyStreamCutException.class);
        String run = Objects.requireNonNull(recorded.recorder.open());
        String known = Objects.requireNonNull(recorded.node("code-1").outputs());

        recorded.recorder.followed();
        DifyStream rest = context.getBean(DifyRuns.class).events(app(dify, DemoApps.CHATFLOW_KEY), run, USER, true);
        gate.open();
        recorded.takeAll(rest);

        assertThat(recorded.run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(recorded.run().evidence()).isEqualTo(Evidence.TOLD);
        assertThat(recorded.node("code-1").outputs()).isEqualTo(known);
        assertThat(recorded.nodes("code-1")).hasSize(1);
        assertThat(recorded.nodes()).allMatch(node -> node.status() == NodeStatus.SUCCEEDED);
        assertThat(recorded.of(LogEntry.Request.class)).hasSize(1);
    }

    @Test
    void completesACutRunFromItsDetail() throws Exception {
        dify.next(GenerationRequest.any(), Script.answer("said ").nodes(1).cut().text("unheard"));
        assertThatThrownBy(() -> recorded.takeAll(ask("Cut me"))).isInstanceOf(DifyStreamCutException.class);
        String run = Objects.requireNonNull(recorded.recorder.open());
        dify.awaitIdle(Duration.ofSeconds(10));

        boolean over = recorded.recorder.lookedUp(
                context.getBean(DifyRuns.class).detail(app(dify, DemoApps.CHATFLOW_KEY), run));

        assertThat(over).isTrue();
        assertThat(recorded.run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(recorded.run().evidence()).isEqualTo(Evidence.LOOKED_UP);
        assertThat(recorded.run().outputs()).contains("unheard");
        assertThat(recorded.node("llm").status()).isEqualTo(NodeStatus.STOPPED);
        assertThat(recorded.node("llm").error()).isEqualTo("its end was not told");
        assertThat(recorded.node("start").status()).isEqualTo(NodeStatus.SUCCEEDED);
    }

    @Test
    void tellsThatARunWaitsAndThatItGoesOn() throws Exception {
        AtomicReference<String> token = new AtomicReference<>();
        try (DifyStream stream = ask(dify, "May I go home?", DemoApps.APPROVAL_KEY)) {
            for (DifyEvent event = stream.next(); event != null; event = stream.next()) {
                recorded.recorder.take(event);
                if (event instanceof DifyEvent.HumanInputRequired required) {
                    token.set(Objects.requireNonNull(required.form().formToken()));
                }
            }
        }

        String run = recorded.run().id();
        assertThat(recorded.run().status()).isEqualTo(RunStatus.PAUSED);
        assertThat(recorded.run().finishedAt()).isNull();
        LogEntry.Pause pause = recorded.of(LogEntry.Pause.class).getFirst();
        assertThat(pause.runId()).isEqualTo(run);
        assertThat(pause.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.type()).isEqualTo(PauseReasonType.HUMAN_INPUT_REQUIRED);
            assertThat(reason.formId()).isNotEmpty();
            assertThat(reason.nodeId()).startsWith("human-input-");
        });
        NodeExecution waiting = recorded.node(pause.reasons().getFirst().nodeId());
        assertThat(waiting.status()).isEqualTo(NodeStatus.PAUSED);

        Recorded later = Recorded.continuing(run);
        DifyApp app = app(dify, DemoApps.APPROVAL_KEY);
        DifyRuns runs = context.getBean(DifyRuns.class);
        DifyStream rest = runs.events(app, run, USER, false);
        runs.submit(app, Objects.requireNonNull(token.get()), json("{\"remark\":\"fine\"}"), "approve", USER);
        later.takeAll(rest);

        assertThat(later.of(LogEntry.Resumption.class)).hasSize(1);
        assertThat(later.of(LogEntry.Request.class)).isEmpty();
        assertThat(later.run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(later.node(waiting.nodeId()).id()).isEqualTo(waiting.id());
        assertThat(later.node(waiting.nodeId()).status()).isEqualTo(NodeStatus.SUCCEEDED);
        assertThat(later.told)
                .filteredOn(entry -> entry instanceof LogEntry.Run || entry instanceof LogEntry.Node)
                .allMatch(entry ->
                        entry instanceof LogEntry.Run told ? told.continued() : ((LogEntry.Node) entry).continued());
    }
}
