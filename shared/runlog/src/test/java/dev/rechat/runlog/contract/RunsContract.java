package dev.rechat.runlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.node.OffloadType;
import dev.rechat.runlog.pause.PauseReason;
import dev.rechat.runlog.pause.PauseReasonType;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.runlog.run.EndedRuns;
import dev.rechat.runlog.run.RelatedCounts;
import dev.rechat.runlog.run.RunCounts;
import dev.rechat.runlog.run.RunPage;
import dev.rechat.runlog.run.RunQuery;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.RunType;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.runlog.run.UnknownRunException;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.store.WorkflowRunRepository.Expiry;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Runs: saved, found, paged, counted, let go. */
public abstract class RunsContract extends StoreContract {

    private static final Instant NOON = Samples.NOON;

    private WorkflowRun saved(Sample sample) {
        WorkflowRun run = sample.get();
        runs().save(run);
        return run;
    }

    @Test
    void findsAtOnceAllThatWasSaved() {
        WorkflowRun run = saved(samples.run(NOON).error("went wrong: 100 %"));

        assertThat(runs().find(samples.tenant, run.id())).contains(run);
        assertThat(runs().find(samples.tenant, samples.app, run.id())).contains(run);
    }

    @Test
    void keepsTheFirstTimeAndTheLastOfAllElse() {
        WorkflowRun begun = saved(samples.run(NOON).status(RunStatus.RUNNING).outputs("{}"));
        WorkflowRun ended =
                samples.run(NOON.plus(40, ChronoUnit.DAYS)).id(begun.id()).get();

        runs().save(ended);

        WorkflowRun found = runs().find(samples.tenant, begun.id()).orElseThrow();
        assertThat(found.createdAt()).isEqualTo(NOON);
        assertThat(found).usingRecursiveComparison().ignoringFields("createdAt").isEqualTo(ended);
        assertThat(page(RunQuery.of(samples.tenant, samples.app), 10)).containsExactly(begun.id());
    }

    @Test
    void refusesARunOfAnotherTenant() {
        WorkflowRun run = saved(samples.run(NOON));
        Samples others = new Samples();
        WorkflowRun same = others.run(NOON).id(run.id()).get();

        assertThatIllegalArgumentException().isThrownBy(() -> runs().save(same));
        assertThat(runs().find(samples.tenant, run.id())).contains(run);
    }

    @Test
    void showsNobodyTheRunsOfAnother() {
        WorkflowRun run = saved(samples.run(NOON));
        Samples others = new Samples();

        assertThat(runs().find(others.tenant, run.id())).isEmpty();
        assertThat(runs().find(samples.tenant, new AppId(UUID.randomUUID()), run.id()))
                .isEmpty();
        assertThat(page(RunQuery.of(others.tenant, samples.app), 10)).isEmpty();
        assertThat(runs().delete(others.tenant, List.of(run.id()))).isZero();
        assertThat(runs().deleteWithRelated(others.tenant, List.of(run.id()))).isEqualTo(RelatedCounts.NONE);
        assertThat(runs().find(samples.tenant, run.id())).isPresent();
    }

    @Test
    void pagesNewestFirstAndThroughTies() {
        List<WorkflowRun> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(saved(samples.run(NOON.plusSeconds(i / 3))));
        }
        List<String> expected = all.stream()
                .sorted(Comparator.comparing(WorkflowRun::key).reversed())
                .map(WorkflowRun::id)
                .toList();

        assertThat(page(RunQuery.of(samples.tenant, samples.app), 2)).isEqualTo(expected);
        RunPage last = runs().findPage(RunQuery.of(samples.tenant, samples.app), 7, null);
        assertThat(last.hasMore()).isFalse();
        assertThat(last.limit()).isEqualTo(7);
    }

    @Test
    void refusesACursorThatTheSameQuestionDoesNotFind() {
        WorkflowRun failed = saved(samples.run(NOON).status(RunStatus.FAILED));
        RunQuery succeeded = RunQuery.of(samples.tenant, samples.app).with(RunStatus.SUCCEEDED);

        assertThatThrownBy(() -> runs().findPage(succeeded, 5, failed.id()))
                .isInstanceOf(UnknownRunException.class)
                .hasMessage("Last workflow run not exists");
        assertThatThrownBy(() -> runs().findPage(succeeded, 5, Samples.id())).isInstanceOf(UnknownRunException.class);
    }

    @Test
    void filtersByEachOfWhatAQuestionNames() {
        WorkflowRun plain = saved(samples.run(NOON));
        WorkflowRun hooked = saved(samples.run(NOON.plusSeconds(1)).from(TriggeredFrom.WEBHOOK));
        WorkflowRun paused = saved(samples.run(NOON.plusSeconds(2)).status(RunStatus.PAUSED));
        WorkflowRun bobs = saved(samples.run(NOON.plusSeconds(3)).by("bob").app(new AppId(UUID.randomUUID())));
        RunQuery all = RunQuery.of(samples.tenant, samples.app);
        RunQuery everywhere = new RunQuery(samples.tenant, null, Set.of(), null, null, TimeRange.ALL, null);

        assertThat(page(all, 10)).containsExactly(paused.id(), hooked.id(), plain.id());
        assertThat(page(all.with(RunStatus.PAUSED), 10)).containsExactly(paused.id());
        assertThat(page(all.from(Set.of(TriggeredFrom.WEBHOOK, TriggeredFrom.PLUGIN)), 10))
                .containsExactly(hooked.id());
        assertThat(page(everywhere, 10)).containsExactly(bobs.id(), paused.id(), hooked.id(), plain.id());
        assertThat(page(everywhere.with(RunStatus.SUCCEEDED), 10)).containsExactly(bobs.id(), hooked.id(), plain.id());
        assertThat(page(new RunQuery(samples.tenant, null, Set.of(), null, "bob", TimeRange.ALL, null), 10))
                .containsExactly(bobs.id());
    }

    @Test
    void filtersByHowARunWasAskedFor() {
        List<String> web = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            web.addFirst(saved(samples.run(NOON.plusSeconds(i)), AppLogSource.WEB_APP));
            saved(samples.run(NOON.plusSeconds(i)), AppLogSource.SERVICE_API);
        }
        WorkflowRun unknown = saved(samples.run(NOON));
        RunQuery all = RunQuery.of(samples.tenant, samples.app);

        assertThat(page(all.through(AppLogSource.WEB_APP), 2)).isEqualTo(web);
        assertThat(page(all.through(AppLogSource.SERVICE_API).with(RunStatus.FAILED), 10))
                .isEmpty();
        assertThat(page(all.through(AppLogSource.OPENAPI), 10)).isEmpty();
        assertThat(runs().findPage(all.through(AppLogSource.WEB_APP), 5, null).hasMore())
                .isFalse();
        assertThatThrownBy(() -> runs().findPage(all.through(AppLogSource.WEB_APP), 5, unknown.id()))
                .isInstanceOf(UnknownRunException.class);
    }

    private String saved(Sample sample, AppLogSource source) {
        WorkflowRun run = saved(sample);
        runs().save(samples.log(run, source));
        return run.id();
    }

    @Test
    void takesTheStartOfARangeAndLeavesItsEnd() {
        WorkflowRun first = saved(samples.run(NOON));
        WorkflowRun second = saved(samples.run(NOON.plusMillis(1)));
        RunQuery all = RunQuery.of(samples.tenant, samples.app);

        assertThat(page(all.within(new TimeRange(NOON, NOON.plusMillis(1))), 10))
                .containsExactly(first.id());
        assertThat(page(all.within(TimeRange.since(NOON.plusMillis(1))), 10)).containsExactly(second.id());
        assertThat(page(all.within(TimeRange.before(NOON)), 10)).isEmpty();
        assertThat(page(all.within(new TimeRange(NOON, NOON)), 10)).isEmpty();
    }

    @Test
    void findsWordsInInputsOutputsAndErrors() {
        WorkflowRun asked = saved(samples.run(NOON).inputs("{\"q\":\"Invoice of October\"}"));
        WorkflowRun answered = saved(samples.run(NOON.plusSeconds(1)).outputs("{\"a\":\"the invoice is late\"}"));
        WorkflowRun failed = saved(samples.run(NOON.plusSeconds(2)).error("invoice 超时错误"));
        RunQuery all = RunQuery.of(samples.tenant, samples.app);

        assertThat(page(all.containing("invoice"), 10)).containsExactly(failed.id(), answered.id(), asked.id());
        assertThat(page(all.containing("invoice october"), 10)).containsExactly(asked.id());
        assertThat(page(all.containing("超时"), 10)).containsExactly(failed.id());
        assertThat(page(all.containing("receipt"), 10)).isEmpty();
    }

    @Test
    void countsWithEveryKey() {
        for (RunStatus status : RunStatus.values()) {
            saved(samples.run(NOON).status(status));
        }
        saved(samples.run(NOON).from(TriggeredFrom.WEBHOOK));
        saved(samples.run(NOON).app(new AppId(UUID.randomUUID())));

        assertThat(runs().count(samples.tenant, samples.app, Set.of(TriggeredFrom.APP_RUN), null, null))
                .isEqualTo(new RunCounts(6, 1, 1, 1, 1, 1));
        assertThat(runs().count(samples.tenant, samples.app, Set.of(), null, null))
                .isEqualTo(new RunCounts(7, 1, 2, 1, 1, 1));
        assertThat(runs().count(samples.tenant, samples.app, Set.of(), RunStatus.PARTIAL_SUCCEEDED, null))
                .isEqualTo(new RunCounts(1, 0, 0, 0, 0, 1));
        assertThat(runs().count(samples.tenant, samples.app, Set.of(), RunStatus.PAUSED, null))
                .isEqualTo(new RunCounts(1, 0, 0, 0, 0, 0));
        assertThat(runs().count(new Samples().tenant, samples.app, Set.of(), null, null))
                .isEqualTo(new RunCounts(0, 0, 0, 0, 0, 0));
    }

    @Test
    void countsWhatBeganLately() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        saved(samples.run(now.minus(Duration.ofMinutes(10))));
        saved(samples.run(now.minus(Duration.ofHours(3))));

        assertThat(runs().count(samples.tenant, samples.app, Set.of(), null, Duration.ofHours(1))
                        .total())
                .isEqualTo(1);
        assertThat(runs().count(samples.tenant, samples.app, Set.of(), null, Duration.ofHours(4))
                        .total())
                .isEqualTo(2);
    }

    @Test
    void findsWhatBeganBeforeATimeWhateverItsStatus() {
        WorkflowRun old = saved(samples.run(NOON).status(RunStatus.RUNNING));
        saved(samples.run(NOON.plusMillis(1)));

        assertThat(runs().findExpired(samples.tenant, NOON.plusMillis(1), 10)).containsExactly(old);
        assertThat(runs().findExpired(samples.tenant, NOON, 10)).isEmpty();
    }

    @Test
    void walksThroughEndedRunsOldestFirst() {
        List<WorkflowRun> ended = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ended.add(saved(samples.run(NOON.plusSeconds(i / 2))));
        }
        saved(samples.run(NOON).status(RunStatus.RUNNING));
        saved(samples.run(NOON).status(RunStatus.PAUSED));
        WorkflowRun flow = saved(samples.run(NOON.plusSeconds(9)).type(RunType.WORKFLOW));
        ended.sort(Comparator.comparing(WorkflowRun::key));
        List<WorkflowRun> walked = new ArrayList<>();
        @Nullable RecordKey after = null;
        while (true) {
            List<WorkflowRun> found = runs().findEnded(
                            new EndedRuns(
                                    samples.tenant,
                                    new TimeRange(NOON, NOON.plusSeconds(9)),
                                    after,
                                    null,
                                    Set.of(samples.workflow)),
                            2);
            if (found.isEmpty()) {
                break;
            }
            walked.addAll(found);
            after = found.getLast().key();
        }

        assertThat(walked).isEqualTo(ended);
        assertThat(runs().findEnded(ended(Set.of(RunType.WORKFLOW), Set.of()), 10))
                .containsExactly(flow);
        assertThat(runs().findEnded(ended(Set.of(), Set.of()), 10)).isEmpty();
        assertThat(runs().findEnded(ended(null, Set.of(Samples.id())), 10)).isEmpty();
    }

    private EndedRuns ended(@Nullable Set<RunType> types, Set<String> workflows) {
        return new EndedRuns(samples.tenant, TimeRange.ALL, null, types, workflows);
    }

    @Test
    void deletesRunsAndNothingElse() {
        WorkflowRun run = saved(samples.run(NOON));
        WorkflowRun other = saved(samples.run(NOON));
        runs().save(samples.log(run));

        assertThat(runs().delete(samples.tenant, List.of(run.id(), Samples.id())))
                .isEqualTo(1);
        assertThat(runs().delete(samples.tenant, List.of())).isZero();

        assertThat(runs().find(samples.tenant, run.id())).isEmpty();
        assertThat(runs().find(samples.tenant, other.id())).isPresent();
        assertThat(runs().findAppLogs(samples.tenant, run.id())).hasSize(1);
    }

    @Test
    void deletesTheRunsOfAnAppInBatches() {
        for (int i = 0; i < 5; i++) {
            saved(samples.run(NOON.plusSeconds(i)));
        }
        WorkflowRun other = saved(samples.run(NOON).app(new AppId(UUID.randomUUID())));

        assertThat(runs().deleteByApp(samples.tenant, samples.app, 2)).isEqualTo(5);
        assertThat(runs().find(samples.tenant, other.id())).isPresent();
    }

    @Test
    void writesARequestOnce() {
        WorkflowRun run = saved(samples.run(NOON));
        var log = samples.log(run);

        runs().save(log);
        runs().save(log);

        assertThat(runs().findAppLogs(samples.tenant, run.id())).containsExactly(log);
        assertThat(runs().findAppLogs(new Samples().tenant, run.id())).isEmpty();
    }

    @Test
    void countsAndDeletesAllThatBelongsToARun() {
        WorkflowRun run = saved(samples.run(NOON).status(RunStatus.RUNNING));
        var node = samples.node(run.id(), 1, NOON, NodeStatus.SUCCEEDED);
        nodes().save(node);
        nodes().save(samples.node(run.id(), 2, NOON, NodeStatus.SUCCEEDED));
        nodes().save(samples.offload(node, OffloadType.INPUTS));
        runs().save(samples.log(run));
        PauseReason reason = new PauseReason(PauseReasonType.HUMAN_INPUT_REQUIRED, "form", "why", "node-1");
        runs().pause(samples.tenant, run.id(), "{}", List.of(reason, reason));
        nodes().save(samples.offload(run, OffloadType.OUTPUTS));
        RelatedCounts all = new RelatedCounts(1, 2, 2, 1, 1, 2);

        assertThat(runs().countWithRelated(samples.tenant, List.of(run.id()))).isEqualTo(all);
        assertThat(runs().deleteWithRelated(samples.tenant, List.of(run.id()))).isEqualTo(all);
        assertThat(runs().countWithRelated(samples.tenant, List.of(run.id()))).isEqualTo(RelatedCounts.NONE);
        assertThat(runs().deleteWithRelated(samples.tenant, List.of())).isEqualTo(RelatedCounts.NONE);
    }

    @Test
    void letsGoOfWhatIsOldAndOfNothingElse() {
        Samples others = new Samples();
        List<WorkflowRun> old = new ArrayList<>();
        List<String> owners = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            WorkflowRun run = saved(samples.run(NOON.minus(i * 20L, ChronoUnit.DAYS)));
            NodeExecution node = samples.node(run.id(), 1, run.createdAt(), NodeStatus.SUCCEEDED);
            nodes().save(node);
            nodes().save(samples.offload(node, OffloadType.INPUTS));
            nodes().save(samples.offload(run, OffloadType.OUTPUTS));
            runs().save(samples.log(run));
            old.add(run);
            owners.addAll(List.of(run.id(), node.id()));
        }
        WorkflowRun young = saved(samples.run(NOON.plusMillis(1)));
        nodes().save(samples.offload(young, OffloadType.INPUTS));
        WorkflowRun foreign = others.run(NOON.minus(40, ChronoUnit.DAYS)).get();
        transfer().write(Samples.batch(List.of(foreign), List.of()), Visibility.AT_ONCE);

        assertThat(transfer()
                        .read(RecordType.OFFLOADS, samples.tenant, TimeRange.before(NOON.plusMillis(1)), null, 100)
                        .offloads())
                .as("whoever lets go knows before which files go with it")
                .hasSize(10);
        Expiry expiry = runs().expire(samples.tenant, NOON.plusMillis(1), 4);
        for (int calls = 0; expiry.more() && calls < 50; calls++) {
            expiry = runs().expire(samples.tenant, NOON.plusMillis(1), 4);
        }

        assertThat(expiry.more()).isFalse();
        assertThat(runs().countWithRelated(
                                samples.tenant,
                                old.stream().map(WorkflowRun::id).toList()))
                .isEqualTo(RelatedCounts.NONE);
        assertThat(nodes().findOffloads(samples.tenant, owners)).isEmpty();
        assertThat(runs().find(samples.tenant, young.id())).isPresent();
        assertThat(nodes().findOffloads(samples.tenant, List.of(young.id()))).hasSize(1);
        assertThat(runs().find(others.tenant, foreign.id())).isPresent();
    }

    /** Ids of all pages one after another. */
    private List<String> page(RunQuery query, int limit) {
        List<String> ids = new ArrayList<>();
        RunPage page = runs().findPage(query, limit, null);
        while (true) {
            assertThat(page.data()).hasSizeLessThanOrEqualTo(limit);
            page.data().forEach(run -> ids.add(run.id()));
            if (!page.hasMore()) {
                return ids;
            }
            page = runs().findPage(query, limit, ids.getLast());
        }
    }
}
