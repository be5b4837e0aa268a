package dev.rechat.runlog.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.signal.Meters;
import dev.rechat.runlog.memory.MemoryRunLogStore;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.pause.PauseReason;
import dev.rechat.runlog.pause.PauseReasonType;
import dev.rechat.runlog.payload.Offloading;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.store.StoreName;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.json.JsonMapper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a store gets, and what becomes of what it does not take. */
class DrainingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicLong now = new AtomicLong();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final WritingSignals signals = new WritingSignals(new Meters(registry));
    private final WriteQueue queue = new WriteQueue(100, 10_000_000);
    private final MemoryRunLogStore chosen = new MemoryRunLogStore(StoreName.ELASTICSEARCH);
    private final MemoryRunLogStore database = new MemoryRunLogStore(StoreName.MYSQL);
    private final Draining draining = draining(database);

    private Draining draining(@Nullable MemoryRunLogStore fallback) {
        RoundWriting rounds = new RoundWriting(
                node -> new Offloading.Cut<>(node, List.of()),
                run -> new Offloading.Cut<>(run, List.of()),
                JsonMapper.createDefault(),
                Clock.fixed(Told.BEGAN.plusSeconds(90), ZoneOffset.UTC));
        return new Draining(queue, rounds, chosen, fallback, PATIENCE, signals, now::get);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private double counted(String outcome) {
        return registry.counter("rechat.runlog.records", "outcome", outcome).count();
    }

    @Test
    void writesWhatThereIsTogether() {
        queue.offer(Told.run("r", RunStatus.RUNNING));
        queue.offer(Told.node("n", NodeStatus.RUNNING, null));

        assertThat(draining.drain(false)).isEmpty();

        assertThat(chosen.writes()).hasSize(1);
        assertThat(chosen.run("r").status()).isEqualTo(RunStatus.RUNNING);
        assertThat(counted("written")).isEqualTo(2);
        assertThat(draining.state()).isEqualTo(StoreState.READY);
    }

    /** Whoever finds an ended run must find what it did. */
    @Test
    void writesTheEndOfARunAfterItsExecutions() {
        queue.offer(Told.run("r", RunStatus.SUCCEEDED));
        queue.offer(Told.node("n", NodeStatus.SUCCEEDED, null));

        draining.drain(false);

        assertThat(chosen.writes()).extracting(batch -> batch.runs().size()).containsExactly(0, 1);
        assertThat(chosen.writes()).extracting(batch -> batch.nodes().size()).containsExactly(1, 0);
    }

    @Test
    void keepsWhatAStoreDoesNotTakeNowAndTriesAgainWithGrowingPauses() {
        chosen.away(true);
        queue.offer(Told.run("r", RunStatus.SUCCEEDED));

        assertThat(draining.drain(false)).contains(Draining.FIRST_PAUSE);
        assertThat(draining.state()).isEqualTo(StoreState.WAITING);
        pass(Draining.FIRST_PAUSE);
        assertThat(draining.drain(false)).contains(Draining.FIRST_PAUSE.multipliedBy(2));
        assertThat(queue.size()).isEqualTo(1);

        chosen.away(false);
        pass(Duration.ofSeconds(2));
        assertThat(draining.drain(false)).isEmpty();
        assertThat(chosen.run("r").status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(draining.state()).isEqualTo(StoreState.READY);
        assertThat(database.allRuns()).isEmpty();
    }

    @Test
    void leavesAStoreAloneBetweenTwoAttempts() {
        chosen.away(true);
        queue.offer(Told.run("r", RunStatus.SUCCEEDED));
        draining.drain(false);
        chosen.away(false);

        pass(Duration.ofMillis(400));

        assertThat(draining.drain(false)).contains(Duration.ofMillis(600));
        assertThat(chosen.allRuns()).isEmpty();
    }

    @Test
    void fallsBackToTheDatabaseWhenAStoreIsAwayForLong() {
        chosen.away(true);
        queue.offer(Told.run("r", RunStatus.SUCCEEDED));
        draining.drain(false);

        pass(PATIENCE);
        assertThat(draining.drain(false)).isEmpty();

        assertThat(database.run("r").status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(draining.state()).isEqualTo(StoreState.FALLEN_BACK);
        assertThat(counted("fallen_back")).isEqualTo(1);

        chosen.away(false);
        pass(Draining.LONGEST_PAUSE);
        queue.offer(Told.run("s", RunStatus.SUCCEEDED));
        draining.drain(false);
        assertThat(chosen.run("s").status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(draining.state()).isEqualTo(StoreState.READY);
    }

    @Test
    void fallsBackAtOnceWhenTooMuchWaits() {
        chosen.away(true);
        for (int i = 0; i < 60; i++) {
            queue.offer(Told.run("r" + i, RunStatus.RUNNING));
        }
        draining.drain(false);

        assertThat(draining.drain(false)).isEmpty();

        assertThat(database.allRuns()).hasSize(60);
    }

    @Test
    void fallsBackBeforeTheEndOfTheProcess() {
        chosen.away(true);
        queue.offer(Told.run("r", RunStatus.SUCCEEDED));

        assertThat(draining.drain(true)).isEmpty();

        assertThat(database.run("r").status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void keepsEverythingWhenNoStoreAnswers() {
        chosen.away(true);
        database.away(true);
        queue.offer(Told.run("r", RunStatus.SUCCEEDED));
        draining.drain(false);
        pass(PATIENCE);

        assertThat(draining.drain(false)).isPresent();

        assertThat(queue.size()).isEqualTo(1);
        assertThat(draining.state()).isEqualTo(StoreState.WAITING);
    }

    @Test
    void givesWhatIsRefusedForGoodToTheDatabase() {
        chosen.refuse("n");
        queue.offer(Told.node("n", NodeStatus.SUCCEEDED, "{}"));
        queue.offer(Told.node("o", NodeStatus.SUCCEEDED, "{}"));
        queue.offer(Told.run("r", RunStatus.SUCCEEDED));

        assertThat(draining.drain(false)).isEmpty();

        assertThat(chosen.run("r").status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(chosen.node("o").status()).isEqualTo(NodeStatus.SUCCEEDED);
        assertThat(database.node("n").status()).isEqualTo(NodeStatus.SUCCEEDED);
        assertThat(counted("rejected")).isEqualTo(1);
        assertThat(draining.state()).isEqualTo(StoreState.READY);
    }

    @Test
    void losesOneRecordAtMostToADefect() {
        chosen.breakAt("n7");
        for (int i = 0; i < 20; i++) {
            queue.offer(Told.node("n" + i, NodeStatus.SUCCEEDED, "{}"));
        }

        assertThat(draining(null).drain(false)).isEmpty();

        assertThat(chosen.nodesOf("r")).hasSize(19);
        assertThat(counted("rejected")).isEqualTo(1);
    }

    @Test
    void putsWhatASnapshotTellsOntoWhatAnotherProcessHasRecorded() {
        queue.offer(Told.run("r", RunStatus.RUNNING));
        queue.offer(Told.node("n", "r", NodeStatus.SUCCEEDED, "{\"text\":\"Hi\"}", price("0.25"), false));
        queue.offer(Told.node("open", "r", NodeStatus.RUNNING, null, null, false));
        draining.drain(false);

        queue.offer(Told.node("n", "r", NodeStatus.SUCCEEDED, null, null, true));
        queue.offer(Told.node("o", "r", NodeStatus.SUCCEEDED, "{}", price("0.50"), true));
        queue.offer(Told.run("r", RunStatus.SUCCEEDED, null, Evidence.TOLD, true));
        draining.drain(false);

        assertThat(chosen.node("n").outputs()).isEqualTo("{\"text\":\"Hi\"}");
        assertThat(chosen.run("r").inputs()).isEqualTo("{\"q\":1}");
        assertThat(chosen.run("r").createdAt()).isEqualTo(Told.BEGAN);
        assertThat(chosen.run("r").status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(chosen.run("r").totalPrice()).isEqualByComparingTo(new BigDecimal("0.75"));
        assertThat(chosen.node("open").status()).isEqualTo(NodeStatus.STOPPED);
        assertThat(chosen.node("open").error()).isEqualTo(Closing.UNHEARD);
    }

    @Test
    void letsAnEndThatEventsToldStandAgainstOneThatWasLookedUp() {
        queue.offer(Told.run("r", RunStatus.SUCCEEDED));
        draining.drain(false);

        queue.offer(Told.run("r", RunStatus.FAILED, null, Evidence.LOOKED_UP, true));
        draining.drain(false);

        assertThat(chosen.run("r").status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(chosen.run("r").evidence()).isEqualTo(Evidence.TOLD);
    }

    @Test
    void pausesARunOnceItIsThereAndResumesItBeforeItGoesOn() {
        List<PauseReason> reasons = List.of(new PauseReason(PauseReasonType.HUMAN_INPUT_REQUIRED, "form", "", "human"));
        queue.offer(Told.run("r", RunStatus.PAUSED));
        queue.offer(new LogEntry.Pause(Told.TENANT, "r", "{}", reasons));
        draining.drain(false);
        assertThat(chosen.pauseOf("r").orElseThrow().reasons()).isEqualTo(reasons);
        assertThat(chosen.pauseOf("r").orElseThrow().resumedAt()).isNull();

        queue.offer(new LogEntry.Resumption(Told.TENANT, "r"));
        queue.offer(Told.run("r", RunStatus.RUNNING));
        draining.drain(false);

        assertThat(chosen.pauseOf("r").orElseThrow().resumedAt()).isNotNull();
    }

    private static String price(String price) {
        return "{\"total_price\":\"" + price + "\",\"currency\":\"USD\"}";
    }
}
