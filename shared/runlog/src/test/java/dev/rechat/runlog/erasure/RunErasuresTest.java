package dev.rechat.runlog.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.runlog.contract.Samples;
import dev.rechat.runlog.memory.MemoryRunLogStore;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.settings.RunLogConfiguration;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.runlog.store.StoreName;
import dev.rechat.runlog.transfer.RunLogBatch;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import dev.rechat.runlog.writing.Closing;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A search server that was away, a database that took what was meant for it, and a conversation removed meanwhile. */
final class RunErasuresTest {

    private final Samples samples = new Samples();

    @AutoClose
    private final ApplicationContext context =
            ApplicationContext.run(Map.of("runlog.store", "elasticsearch", "runlog.tenant", samples.tenant.id()));

    private final MemoryRunLogStore search = new MemoryRunLogStore(StoreName.ELASTICSEARCH);
    private final MemoryRunLogStore database = new MemoryRunLogStore(StoreName.MYSQL);
    private final NotedErasures noted = new NotedErasures();
    private final RunLogStores stores =
            new RunLogStores(List.of(database, search), context.getBean(RunLogConfiguration.class));
    private Instant now = Samples.NOON;

    private final WorkflowRun run = samples.run(Samples.NOON).get();
    private final NodeExecution begun = samples.node(run.id(), 1, Samples.NOON, NodeStatus.RUNNING);
    private final NodeExecution node = Closing.closed(begun, RunStatus.FAILED, "refused", Samples.NOON.plusSeconds(1));

    private void workOff() {
        InstantSource source = () -> now;
        new RunErasures(noted, stores, Optional.empty(), source.withZone(ZoneOffset.UTC)).workOff(10);
    }

    private static void write(MemoryRunLogStore store, WorkflowRun run, NodeExecution node) {
        store.write(
                new RunLogBatch(List.of(run), List.of(node), List.of(), List.of(), List.of(), List.of()),
                Visibility.AT_ONCE);
    }

    private void later() {
        now = now.plus(Duration.ofMinutes(11));
    }

    private void isBare(MemoryRunLogStore store) {
        assertThat(store.run(run.id()).inputs()).isNull();
        assertThat(store.run(run.id()).outputs()).isEqualTo("{}");
        assertThat(store.node(node.id()).inputs()).isNull();
    }

    @Test
    void erasesWhatTheFallbackBroughtAfterTheServerHadBeenAwayForLong() {
        search.away(true);
        write(database, run, node);
        noted.note(run.id(), run.appId(), now);
        workOff();
        later();
        workOff();
        later();
        // The server is back, and what the fallback has read arrives when it has been erased.
        search.away(false);
        workOff();
        write(search, run, node);

        later();
        workOff();

        isBare(search);
        isBare(database);
        later();
        assertThat(noted.countDue(now)).isZero();
    }

    @Test
    void erasesWhatTheDatabaseHasThoughTheServerIsAway() {
        search.away(true);
        write(database, run, node);
        noted.note(run.id(), run.appId(), now);

        workOff();

        isBare(database);
        later();
        assertThat(noted.countDue(now)).isEqualTo(1);
    }

    @Test
    void keepsFiguresOfAnEndThatTheDatabaseNeverHeardOf() {
        write(
                database,
                samples.run(Samples.NOON).id(run.id()).status(RunStatus.RUNNING).get(),
                begun);
        write(search, run, node);
        noted.note(run.id(), run.appId(), now);

        workOff();
        // As the fallback does with what differs.
        write(search, database.run(run.id()), database.node(node.id()));

        isBare(search);
        isBare(database);
        assertThat(search.run(run.id()).status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(search.run(run.id()).totalTokens()).isEqualTo(run.totalTokens());
        assertThat(search.node(node.id()).status()).isEqualTo(NodeStatus.FAILED);
    }

    @Test
    void endsARunOfWhichOnlyTheDatabaseKnowsSoThatNobodyAsksDify() {
        write(
                database,
                samples.run(Samples.NOON).id(run.id()).status(RunStatus.RUNNING).get(),
                begun);
        noted.note(run.id(), run.appId(), now);

        workOff();

        isBare(database);
        assertThat(database.run(run.id()).status()).isEqualTo(RunStatus.STOPPED);
        assertThat(database.node(node.id()).status()).isEqualTo(NodeStatus.STOPPED);
    }
}
