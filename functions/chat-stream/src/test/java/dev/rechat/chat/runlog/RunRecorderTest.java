package dev.rechat.chat.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.rechat.dify.DifyEvent;
import dev.rechat.dify.payload.ContainerResult;
import dev.rechat.dify.payload.ContainerStart;
import dev.rechat.dify.payload.NodeResult;
import dev.rechat.dify.payload.NodeStart;
import dev.rechat.dify.payload.WorkflowRun;
import dev.rechat.dify.payload.WorkflowStart;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunStatus;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunRecorderTest {

    private static final DifyEvent.Context CONTEXT = new DifyEvent.Context("c", "m", "t", "r", null);

    private final Recorded recorded = Recorded.fresh();
    private final RunRecorder recorder = recorded.recorder;

    private void start() {
        recorder.take(new DifyEvent.WorkflowStarted(
                CONTEXT, new WorkflowStart("r", "w", json("{\"q\":1}"), Instant.now(), "initial")));
    }

    private static JsonNode json(String text) {
        try {
            return Objects.requireNonNull(Recorded.JSON.readValue(text, JsonNode.class));
        } catch (IOException damaged) {
            throw new AssertionError(text, damaged);
        }
    }

    private static DifyEvent node(String id, String node, String type) {
        return new DifyEvent.NodeStarted(
                CONTEXT, new NodeStart(id, node, type, node, null, null, null, Instant.now(), null, null, null, null));
    }

    private static DifyEvent done(
            String id,
            String node,
            String type,
            @Nullable String outputs,
            @Nullable String metadata,
            @Nullable String in) {
        return new DifyEvent.NodeFinished(
                CONTEXT,
                new NodeResult(
                        id,
                        node,
                        type,
                        node,
                        null,
                        null,
                        null,
                        null,
                        outputs == null ? null : json(outputs),
                        "succeeded",
                        null,
                        Duration.ofMillis(5),
                        metadata == null ? null : json(metadata),
                        Instant.now(),
                        Instant.now(),
                        List.of(),
                        in,
                        null,
                        null));
    }

    private static DifyEvent iteration() {
        return new DifyEvent.IterationStarted(
                CONTEXT, new ContainerStart("it", "it", "iteration", "it", Instant.now(), null, null, null));
    }

    private static DifyEvent iterated(@Nullable String metadata) {
        return new DifyEvent.IterationCompleted(
                CONTEXT,
                new ContainerResult(
                        "it",
                        "it",
                        "iteration",
                        "it",
                        null,
                        Instant.now(),
                        null,
                        null,
                        "succeeded",
                        null,
                        Duration.ofMillis(5),
                        4L,
                        metadata == null ? null : json(metadata),
                        Instant.now(),
                        2));
    }

    private static DifyEvent finished(String status, @Nullable String error) {
        return new DifyEvent.WorkflowFinished(
                CONTEXT,
                new WorkflowRun(
                        "r", "w", status, null, error, null, 7L, null, null, null, null, null, List.of(), List.of(),
                        List.of()));
    }

    /** What Dify sends thousands of in a turn. */
    @Test
    void allocatesNothingForAPieceOfText() {
        start();
        DifyEvent message = new DifyEvent.Message(CONTEXT, "word", List.of());
        DifyEvent chunk = new DifyEvent.TextChunk(CONTEXT, "word", List.of());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        takeOften(message, chunk);

        long before = threads.getCurrentThreadAllocatedBytes();
        takeOften(message, chunk);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).isLessThan(10_000);
        assertThat(recorded.told).hasSize(2);
    }

    private void takeOften(DifyEvent message, DifyEvent chunk) {
        for (int i = 0; i < 100_000; i++) {
            recorder.take(message);
            recorder.take(chunk);
        }
    }

    @Test
    void givesAnIterationThatComesTwiceTwoRows() {
        start();
        recorder.take(iteration());
        recorder.take(iterated(null));
        recorder.take(iteration());
        recorder.take(iterated(null));

        assertThat(recorded.nodes()).extracting(NodeExecution::id).containsExactly("r:it", "r:it:2");
    }

    @Test
    void findsAnIterationAgainThatASnapshotTellsAsANode() {
        start();
        recorder.take(iteration());
        recorder.take(iterated(null));
        recorder.take(iteration());
        recorder.followed();
        recorder.take(node("x1", "it", "iteration"));
        recorder.take(done("x1", "it", "iteration", null, null, null));
        recorder.take(node("x2", "it", "iteration"));
        recorder.take(iterated(null));

        assertThat(recorded.nodes())
                .extracting(node -> node.id() + " " + node.status().wire())
                .containsExactly("r:it succeeded", "r:it:2 succeeded");
    }

    @Test
    void countsThePriceOfARoundOnce() {
        start();
        recorder.take(iteration());
        recorder.take(done("a", "llm", "llm", null, "{\"total_price\":\"0.10\",\"currency\":\"USD\"}", "it"));
        recorder.take(done("b", "llm", "llm", null, "{\"total_price\":0.20,\"currency\":\"USD\"}", "it"));
        recorder.take(iterated("{\"total_price\":\"0.30\",\"currency\":\"USD\"}"));
        recorder.take(finished("succeeded", null));

        assertThat(recorded.run().totalPrice()).isEqualByComparingTo("0.30");
        assertThat(recorded.run().totalTokens()).isEqualTo(7);
    }

    @Test
    void takesNoPriceThatWouldFillTheMemory() {
        start();
        recorder.take(done("a", "llm", "llm", null, "{\"total_price\":\"1e999999999\"}", null));
        recorder.take(finished("succeeded", null));

        assertThat(recorded.run().totalPrice()).isNull();
        assertThat(recorded.run().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void failsWhatIsOpenWithItsRun() {
        start();
        recorder.take(node("a", "llm", "llm"));
        recorder.take(finished("failed", "The model failed."));

        assertThat(recorded.node("llm").status()).isEqualTo(NodeStatus.FAILED);
        assertThat(recorded.node("llm").error()).isEqualTo("The model failed.");
    }

    @Test
    void neverTellsAnEndTwice() {
        start();
        recorder.take(done("a", "llm", "llm", "{\"text\":\"Hi\"}", null, null));
        recorder.take(finished("succeeded", null));
        int told = recorded.told.size();

        recorder.take(done("a", "llm", "llm", null, null, null));
        recorder.take(finished("failed", "again"));

        assertThat(recorded.told).hasSize(told);
        assertThat(recorded.run().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void knowsNothingOfAnotherRunsExecutions() {
        Recorded other = Recorded.fresh();
        start();
        recorder.take(node("a", "llm", "llm"));

        assertThat(other.told).isEmpty();
        assertThat(recorded.nodes()).allMatch(node -> "r".equals(node.workflowRunId()));
    }

    @Test
    void recordsNothingUnderAnIdThatIsNone() {
        DifyEvent.Context strange = new DifyEvent.Context("c", "m", "t", "r".repeat(300), null);
        recorder.take(new DifyEvent.WorkflowStarted(strange, new WorkflowStart(null, "w", null, null, null)));
        recorder.take(finished("succeeded", null));

        assertThat(recorded.told).isEmpty();
    }

    @Test
    void marksAsCutWhatNobodyCanTell() {
        start();
        recorder.take(node("a", "llm", "llm"));

        recorder.cut(RunStatus.FAILED, Evidence.CUT, "gone");

        assertThat(recorded.run().evidence()).isEqualTo(Evidence.CUT);
        assertThat(recorded.run().error()).isEqualTo("gone");
        assertThat(recorded.node("llm").status()).isEqualTo(NodeStatus.FAILED);
    }

    @Test
    void goesOnWhenDifyTellsNonsense() {
        recorder.take(node("", "", ""));
        recorder.take(done("x".repeat(1000), "n".repeat(1000), "llm", "[]", "[1]", null));
        recorder.take(finished("dancing", null));

        assertThat(recorded.run().id()).isEqualTo("r");
        assertThat(recorded.run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(recorded.nodes())
                .allSatisfy(node -> assertThat(node.id().length()).isLessThanOrEqualTo(255))
                .allSatisfy(node -> assertThat(node.nodeId().length()).isLessThanOrEqualTo(255));
    }
}
