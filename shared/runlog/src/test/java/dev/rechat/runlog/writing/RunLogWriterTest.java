package dev.rechat.runlog.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.signal.Meters;
import dev.rechat.kernel.task.Afterwards;
import dev.rechat.runlog.memory.MemoryRunLogStore;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.payload.Offloading;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.store.StoreName;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.ScheduledExecutorTaskScheduler;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When things are written, and that nothing is left behind. */
class RunLogWriterTest {

    private final ScheduledThreadPoolExecutor timers = new ScheduledThreadPoolExecutor(1);
    private final Afterwards afterwards = new Afterwards();
    private final MemoryRunLogStore store = new MemoryRunLogStore(StoreName.MYSQL);
    private final WritingSignals signals = new WritingSignals(new Meters(new SimpleMeterRegistry()));
    private final WriteQueue queue = new WriteQueue(100, 1_000_000);
    private final RunLogWriter writer = new RunLogWriter(
            queue,
            new Draining(
                    queue,
                    new RoundWriting(
                            node -> new Offloading.Cut<>(node, List.of()),
                            run -> new Offloading.Cut<>(run, List.of()),
                            JsonMapper.createDefault(),
                            Clock.systemUTC()),
                    store,
                    null,
                    Duration.ZERO,
                    signals,
                    System::nanoTime),
            signals,
            afterwards,
            new ScheduledExecutorTaskScheduler(timers));

    @AfterEach
    void close() {
        timers.shutdownNow();
    }

    @Test
    void hasWrittenWhatEndedWhenTheRequestIsSettled() {
        writer.write(Told.node("n", NodeStatus.SUCCEEDED, "{}"));
        writer.write(Told.run("r", RunStatus.SUCCEEDED));

        assertThat(afterwards.settle(Duration.ofSeconds(10))).isTrue();

        assertThat(store.run("r").status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(store.node("n").status()).isEqualTo(NodeStatus.SUCCEEDED);
    }

    @Test
    void gathersWhatGoesOnForAWhile() {
        writer.write(Told.run("r", RunStatus.RUNNING));
        writer.write(Told.node("n", NodeStatus.RUNNING, null));
        writer.write(Told.node("n", NodeStatus.SUCCEEDED, "{}"));

        assertThat(timers.getQueue()).hasSize(1);
        assertThat(store.writes()).isEmpty();
        writer.close();

        assertThat(store.writes()).hasSize(1);
    }

    @Test
    void hasNoTimerWhileNothingIsToBeWritten() {
        timers.setRemoveOnCancelPolicy(true);
        writer.write(Told.run("r", RunStatus.RUNNING));
        writer.write(Told.run("r", RunStatus.SUCCEEDED));
        afterwards.settle(Duration.ofSeconds(10));

        assertThat(timers.getQueue()).isEmpty();
        assertThat(queue.size()).isZero();
    }

    @Test
    void writesWhatIsLeftAtTheEnd() {
        writer.write(Told.run("r", RunStatus.RUNNING));

        writer.close();

        assertThat(store.run("r").status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void triesAgainByItselfWhenTheStoreIsBack() {
        store.away(true);
        writer.write(Told.run("r", RunStatus.SUCCEEDED));
        afterwards.settle(Duration.ofSeconds(10));
        assertThat(writer.state()).isEqualTo(StoreState.WAITING);
        assertThat(timers.getQueue()).hasSize(1);

        store.away(false);
        writer.close();

        assertThat(store.run("r").status()).isEqualTo(RunStatus.SUCCEEDED);
    }
}
