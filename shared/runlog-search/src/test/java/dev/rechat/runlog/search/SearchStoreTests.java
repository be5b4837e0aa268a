package dev.rechat.runlog.search;

import static dev.rechat.runlog.search.Samples.APP;
import static dev.rechat.runlog.search.Samples.NOON;
import static dev.rechat.runlog.search.Samples.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.node.OffloadType;
import dev.rechat.runlog.pause.KeptStates;
import dev.rechat.runlog.pause.PauseReason;
import dev.rechat.runlog.pause.PauseReasonType;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.run.RunPage;
import dev.rechat.runlog.run.RunQuery;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.search.server.Product;
import dev.rechat.runlog.store.StoreReport;
import dev.rechat.runlog.store.WorkflowRunRepository.Expiry;
import dev.rechat.runlog.transfer.RunLogBatch;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the contract says, and what is this store's own: months, words, figures that are exact. */
abstract class SearchStoreTests {

    private static final Instant LAST_OF_MONTH = Instant.parse("2026-09-30T23:59:59.999Z");

    private final MemoryPayloads payloads = new MemoryPayloads();
    private SearchRunLogStore store;

    abstract Product product();

    @BeforeEach
    void open() {
        store = Stores.on(product(), payloads);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Test
    void readsRunAtOnceAsItWasWritten() {
        WorkflowRun run = Samples.run("run-1", NOON, RunStatus.FAILED);

        store.runs().save(run);

        assertThat(store.runs().find(TENANT, "run-1")).contains(run);
        assertThat(store.runs().find(TENANT, APP, "run-1")).contains(run);
        assertThat(store.runs().find(new Tenant("other"), "run-1")).isEmpty();
    }

    @Test
    void findsNothingWhereNothingWasWritten() {
        assertThat(store.runs().find(TENANT, "run-1")).isEmpty();
        assertThat(store.runs().findPage(RunQuery.of(TENANT, APP), 20, null).data())
                .isEmpty();
        assertThat(store.runs().dailyRuns(Figures.query("UTC"))).isEmpty();
        assertThat(store.runs().expire(TENANT, NOON, 100).months()).isEmpty();
        assertThat(store.nodes().findByRun(TENANT, APP, "run-1")).isEmpty();
        assertThat(store.transfer().count(RecordType.NODE_EXECUTIONS, TENANT, TimeRange.ALL))
                .isZero();
    }

    @Test
    void keepsFirstTimeAndOneCopyOverTheEndOfMonth() {
        store.runs().save(Samples.run("run-1", LAST_OF_MONTH, RunStatus.RUNNING));

        store.runs().save(Samples.run("run-1", LAST_OF_MONTH.plusMillis(1), RunStatus.SUCCEEDED));

        WorkflowRun found = store.runs().find(TENANT, "run-1").orElseThrow();
        assertThat(found.createdAt()).isEqualTo(LAST_OF_MONTH);
        assertThat(found.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(store.transfer().count(RecordType.WORKFLOW_RUNS, TENANT, TimeRange.ALL))
                .isEqualTo(1);
    }

    @Test
    void writesOneCopyOfRunThatStandsTwiceInBatch() {
        RunLogBatch batch = Samples.runs(List.of(
                Samples.run("run-1", LAST_OF_MONTH, RunStatus.RUNNING),
                Samples.run("run-1", LAST_OF_MONTH.plusMillis(1), RunStatus.PAUSED),
                Samples.run("run-1", LAST_OF_MONTH, RunStatus.SUCCEEDED)));

        store.transfer().write(batch, Visibility.AT_ONCE);

        assertThat(store.transfer().count(RecordType.WORKFLOW_RUNS, TENANT, TimeRange.ALL))
                .isEqualTo(1);
        assertThat(store.runs().find(TENANT, "run-1"))
                .contains(Samples.run("run-1", LAST_OF_MONTH, RunStatus.SUCCEEDED));
    }

    @Test
    void neverMakesEndedRunRunByLateCopy() {
        store.runs().save(Samples.run("run-1", NOON, RunStatus.SUCCEEDED));

        store.transfer()
                .write(Samples.runs(List.of(Samples.run("run-1", NOON, RunStatus.RUNNING))), Visibility.AT_ONCE);

        assertThat(store.runs().find(TENANT, "run-1").orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void refusesRunOfAnotherTenantAndWritesItsNeighbours() {
        store.runs().save(Samples.run("run-1", NOON, RunStatus.SUCCEEDED));
        Tenant other = new Tenant("house-2");
        WorkflowRun stolen = Samples.run(other, "run-1", NOON, RunStatus.FAILED, "{}", "{}", "x");
        WorkflowRun own = Samples.run(other, "run-2", NOON, RunStatus.FAILED, "{}", "{}", "x");

        assertThatThrownBy(() -> store.transfer().write(Samples.runs(List.of(stolen, own)), Visibility.AT_ONCE))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(store.runs().find(TENANT, "run-1").orElseThrow().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(store.runs().find(other, "run-1")).isEmpty();
        assertThat(store.runs().find(other, "run-2")).isPresent();
        assertThat(store.transfer().count(RecordType.WORKFLOW_RUNS, TENANT, TimeRange.ALL))
                .isEqualTo(1);
    }

    @Test
    void pagesThroughTiesWithoutLossOrRepetition() {
        store.transfer()
                .write(
                        Samples.runs(IntStream.range(0, 25)
                                .mapToObj(each -> Samples.run(
                                        "run-%02d".formatted(each), NOON.plusMillis(each / 10), RunStatus.SUCCEEDED))
                                .toList()),
                        Visibility.AT_ONCE);

        List<String> seen = new ArrayList<>();
        RunPage page = store.runs().findPage(RunQuery.of(TENANT, APP), 7, null);
        page.data().forEach(run -> seen.add(run.id()));
        while (page.hasMore()) {
            page = store.runs().findPage(RunQuery.of(TENANT, APP), 7, seen.getLast());
            page.data().forEach(run -> seen.add(run.id()));
        }

        assertThat(seen)
                .hasSize(25)
                .doesNotHaveDuplicates()
                .startsWith("run-24", "run-23")
                .endsWith("run-01", "run-00");
        assertThatThrownBy(() -> store.runs().findPage(RunQuery.of(TENANT, APP).with(RunStatus.FAILED), 7, "run-03"))
                .hasMessage("Last workflow run not exists");
    }

    @Test
    void readsMoreThanTenThousand() {
        for (int thousand = 0; thousand < 11; thousand++) {
            int from = thousand * 1_000;
            store.transfer()
                    .write(
                            Samples.nodes(IntStream.range(from, from + 1_000)
                                    .mapToObj(each -> Samples.node(
                                            "node-%05d".formatted(each), "run-1", each % 7, NOON, NodeStatus.SUCCEEDED))
                                    .toList()),
                            Visibility.SOON);
        }

        assertThat(store.nodes().countByRuns(TENANT, List.of("run-1")).executions())
                .isEqualTo(11_000);
        assertThat(store.nodes().findSnapshots(TENANT, APP, "workflow-1", "run-1"))
                .hasSize(11_000);
        assertThat(store.transfer()
                        .sample(RecordType.NODE_EXECUTIONS, TENANT, TimeRange.ALL, 50)
                        .nodes())
                .hasSize(50);
        assertThat(store.nodes().deleteByRuns(TENANT, List.of("run-1")).executions())
                .isEqualTo(11_000);
    }

    @Test
    void findsWordsOfManyLanguages() {
        store.runs().save(words("run-1", "{\"query\":\"今天天气怎么样\\n请告诉我\"}", "{\"text\":\"Sunny, the SKY is blue\"}"));
        store.runs().save(words("run-2", "{\"query\":\"\\u660e\\u5929\\u4e0b\\u96e8\"}", "{\"text\":\"Größe\"}"));

        assertThat(found("天气")).containsExactly("run-1");
        assertThat(found("天 sky")).containsExactly("run-1");
        assertThat(found("明天下雨")).containsExactly("run-2");
        assertThat(found("天")).containsExactlyInAnyOrder("run-1", "run-2");
        assertThat(found("请告诉")).containsExactly("run-1");
        assertThat(found("größe")).containsExactly("run-2");
        assertThat(found("the")).containsExactly("run-1");
        assertThat(found("天气 größe")).isEmpty();
        assertThat(found("气天")).isEmpty();
        store.runs().save(Samples.run("run-3", NOON, RunStatus.FAILED));
        assertThat(found("UPSTREAM refused")).containsExactly("run-3");
    }

    private static WorkflowRun words(String id, String inputs, String outputs) {
        return Samples.run(TENANT, id, NOON, RunStatus.SUCCEEDED, inputs, outputs, "somebody");
    }

    private List<String> found(String words) {
        return store.runs().findPage(RunQuery.of(TENANT, APP).containing(words), 20, null).data().stream()
                .map(WorkflowRun::id)
                .toList();
    }

    @Test
    void pausesAndResumesAndKeepsWords() {
        store.runs().save(Samples.run("run-1", NOON, RunStatus.RUNNING));
        PauseReason reason = new PauseReason(PauseReasonType.HUMAN_INPUT_REQUIRED, "form-1", "Approve?", "node-1");

        RunPause first = store.runs().pause(TENANT, "run-1", "{\"a\":1}", List.of(reason));
        RunPause second = store.runs().pause(TENANT, "run-1", "{\"a\":2}", List.of(reason));

        assertThat(store.runs().findPause(TENANT, "run-1")).contains(second);
        assertThat(store.runs().stateOf(second)).isEqualTo("{\"a\":2}");
        assertThat(payloads.keys()).containsExactly(second.stateKey());
        assertThat(store.runs().find(TENANT, "run-1").orElseThrow().status()).isEqualTo(RunStatus.PAUSED);
        assertThat(found("hello")).containsExactly("run-1");
        assertThatThrownBy(() -> store.runs().resume(first)).isInstanceOf(IllegalStateException.class);
        RunPause resumed = store.runs().resume(second);
        assertThat(resumed.resumedAt()).isNotNull();
        assertThat(store.runs().find(TENANT, "run-1").orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
        assertThatThrownBy(() -> store.runs().resume(second)).isInstanceOf(IllegalStateException.class);
        store.runs().delete(resumed);
        assertThatThrownBy(() -> store.runs().delete(resumed)).isInstanceOf(IllegalStateException.class);
        assertThat(payloads.keys()).isEmpty();
    }

    @Test
    void prunesWhatItsStateLeavesGo() {
        store.runs().save(Samples.run("run-1", NOON, RunStatus.RUNNING));
        store.runs().save(Samples.run("run-2", NOON, RunStatus.RUNNING));
        RunPause stuck = store.runs().pause(TENANT, "run-1", "{}", List.of());
        RunPause goes = store.runs().pause(TENANT, "run-2", "{}", List.of());
        payloads.stick(stuck.stateKey());

        List<String> pruned =
                store.runs().prunePauses(TENANT, Instant.now().plusSeconds(60), NOON, 100, KeptStates.NONE);

        assertThat(pruned).containsExactly(goes.id());
        assertThat(store.runs().findPause(TENANT, "run-1")).isPresent();
        assertThat(store.runs().findPause(TENANT, "run-2")).isEmpty();
    }

    @Test
    void dropsWholeMonthsAndTheRestByItself() {
        Instant september = Instant.parse("2026-09-10T00:00:00Z");
        store.transfer()
                .write(
                        new RunLogBatch(
                                List.of(
                                        Samples.run("run-1", september, RunStatus.SUCCEEDED),
                                        Samples.run("run-2", NOON.minusSeconds(60), RunStatus.SUCCEEDED),
                                        Samples.run("run-3", NOON, RunStatus.SUCCEEDED)),
                                List.of(
                                        Samples.node("node-1", "run-1", 1, september, NodeStatus.SUCCEEDED),
                                        Samples.node("node-3", "run-3", 1, NOON, NodeStatus.SUCCEEDED)),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of()),
                        Visibility.AT_ONCE);
        WorkflowRun neighbour = Samples.run(new Tenant("house-2"), "n-1", september, RunStatus.FAILED, "{}", "{}", "x");
        store.runs().save(neighbour);

        Expiry expiry = store.runs().expire(TENANT, NOON, 100);

        assertThat(expiry.months()).containsExactly("2026-09");
        assertThat(expiry.removed().runs()).isEqualTo(1);
        assertThat(expiry.more()).isFalse();
        assertThat(store.runs().find(TENANT, "run-1")).isEmpty();
        assertThat(store.runs().find(TENANT, "run-3")).isPresent();
        assertThat(store.nodes().find(TENANT, "node-1")).isEmpty();
        assertThat(store.nodes().find(TENANT, "node-3")).isPresent();
        assertThat(store.runs().find(new Tenant("house-2"), "n-1")).isPresent();
        // What was dropped may come again.
        store.runs().save(Samples.run("run-1", september, RunStatus.SUCCEEDED));
        assertThat(store.runs().find(TENANT, "run-1")).isPresent();
    }

    @Test
    void replacesOffloadOfAnotherMonth() {
        store.nodes().save(offload("offload-1", LAST_OF_MONTH));

        store.nodes().save(offload("offload-2", LAST_OF_MONTH.plusMillis(1)));

        assertThat(store.nodes().findOffloads(TENANT, List.of("node-1")))
                .containsExactly(offload("offload-2", LAST_OF_MONTH.plusMillis(1)));
    }

    private static Offload offload(String id, Instant createdAt) {
        return new Offload(id, TENANT, APP, "node-1", OffloadType.INPUTS, "key/" + id, createdAt);
    }

    @Test
    void countsPeopleExactly() {
        Set<String> people = new HashSet<>();
        List<WorkflowRun> runs = new ArrayList<>();
        for (int each = 0; each < 5_000; each++) {
            String person = "person-" + each % 3_001;
            people.add(person);
            runs.add(Samples.run(TENANT, "run-" + each, NOON, RunStatus.SUCCEEDED, "{}", "{}", person));
        }
        store.transfer().write(Samples.runs(runs), Visibility.SOON);

        assertThat(store.runs().dailyTerminals(Figures.query("UTC")))
                .singleElement()
                .satisfies(day -> assertThat(day.terminalCount()).isEqualTo(people.size()));
        assertThat(store.runs().averageInteractions(Figures.query("UTC")))
                .singleElement()
                .satisfies(day -> assertThat(day.interactions()).isEqualByComparingTo("1.67"));
        assertThat(store.runs().dailyTokenCost(Figures.query("UTC")))
                .singleElement()
                .satisfies(day -> assertThat(day.tokenCount()).isEqualTo(17 * 5_000));
        assertThat(store.runs().count(TENANT, APP, Set.of(), null, null).succeeded())
                .isEqualTo(5_000);
    }

    @Test
    void countsDaysOfZones() {
        // In Berlin the clock went back on 25 October 2026, and midnight was at 22:00 before and 23:00 after.
        store.runs().save(Samples.run("run-1", Instant.parse("2026-10-24T21:59:59.999Z"), RunStatus.SUCCEEDED));
        store.runs().save(Samples.run("run-2", Instant.parse("2026-10-24T22:00:00Z"), RunStatus.SUCCEEDED));
        store.runs().save(Samples.run("run-3", Instant.parse("2026-10-25T22:59:59.999Z"), RunStatus.SUCCEEDED));
        store.runs().save(Samples.run("run-4", Instant.parse("2026-10-25T23:00:00Z"), RunStatus.SUCCEEDED));

        assertThat(Figures.days(store, "Europe/Berlin"))
                .containsExactly("2026-10-24: 1", "2026-10-25: 2", "2026-10-26: 1");
        assertThat(Figures.days(store, "Asia/Kathmandu")).containsExactly("2026-10-25: 2", "2026-10-26: 2");
        assertThat(Figures.days(store, "+05:45")).containsExactly("2026-10-25: 2", "2026-10-26: 2");
    }

    @Test
    void ranksNodes() {
        store.runs().save(Samples.run("run-1", NOON, RunStatus.SUCCEEDED));
        store.runs().save(Samples.run("run-2", NOON, RunStatus.SUCCEEDED));
        store.transfer()
                .write(
                        Samples.nodes(List.of(
                                Samples.node("a", "run-1", 1, NOON, NodeStatus.SUCCEEDED),
                                Samples.node("b", "run-1", 2, NOON, NodeStatus.FAILED),
                                Samples.node("c", "run-2", 2, NOON, NodeStatus.EXCEPTION),
                                Samples.node("d", "run-2", 3, NOON, NodeStatus.FAILED),
                                Samples.node("e", "run-nobody-meant", 3, NOON, NodeStatus.FAILED))),
                        Visibility.AT_ONCE);

        assertThat(store.runs().failingNodes(Figures.query("UTC"), 10))
                .extracting(node -> node.nodeId() + " " + node.failures())
                .containsExactly("node-2 2", "node-3 1");
        assertThat(store.runs().slowestNodes(Figures.query("UTC"), 2))
                .extracting(node -> node.title() + " " + node.averageSeconds())
                .containsExactly("Answer 3 1.5", "Answer 2 1.0");
    }

    @Test
    void reportsWhatThereIs() {
        store.runs().save(Samples.run("run-1", NOON, RunStatus.SUCCEEDED));
        store.runs().save(Samples.run("run-2", NOON.plusSeconds(1), RunStatus.SUCCEEDED));

        StoreReport report = store.report(TENANT);

        assertThat(report.reachable()).isTrue();
        assertThat(report.problem()).isNull();
        assertThat(report.product()).isEqualTo(productAndVersion());
        assertThat(report.kinds()).hasSize(RecordType.values().length);
        assertThat(report.kinds().getFirst()).satisfies(kind -> {
            assertThat(kind.count()).isEqualTo(2);
            assertThat(kind.exact()).isTrue();
            assertThat(kind.bytes()).isPositive();
            assertThat(kind.oldest()).isEqualTo(NOON);
            assertThat(kind.newest()).isEqualTo(NOON.plusSeconds(1));
        });
    }

    abstract String productAndVersion();

    @Test
    void countsWithinTimeBeforeNow() {
        store.runs().save(Samples.run("run-1", Instant.now().minusSeconds(30), RunStatus.FAILED));
        store.runs().save(Samples.run("run-2", Instant.now().minusSeconds(90), RunStatus.FAILED));

        assertThat(store.runs()
                        .count(TENANT, APP, Set.of(), null, Duration.ofMinutes(1))
                        .failed())
                .isEqualTo(1);
    }

    @Test
    void archivesOnce() {
        WorkflowRun run = Samples.run("run-1", NOON, RunStatus.SUCCEEDED);
        store.runs().save(run);

        assertThat(store.runs().archive(run, List.of())).isEqualTo(1);
        assertThat(store.runs().archive(run, List.of())).isEqualTo(1);

        assertThat(store.runs().findArchives(TENANT, TimeRange.ALL, 10))
                .singleElement()
                .satisfies(archived -> {
                    assertThat(archived.run().inputs()).isNull();
                    assertThat(archived.run().totalTokens()).isEqualTo(17);
                    assertThat(archived.log()).isNull();
                });
        assertThat(store.runs().findArchived(TENANT, List.of("run-1", "run-2"))).containsExactly("run-1");
        assertThat(store.runs().findArchivedRuns(TENANT, TimeRange.ALL, 10)).containsExactly(run);
        assertThat(store.runs().deleteArchive(TENANT, "run-1")).isEqualTo(1);
        assertThat(store.runs().findArchive(TENANT, "run-1")).isEmpty();
    }
}
