package dev.rechat.runlog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.archive.ArchivedRun;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.WorkflowRun;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of runs that have been let go. */
public abstract class ArchiveContract extends StoreContract {

    @Test
    void keepsARunWithoutItsContent() {
        WorkflowRun run = samples.run(Samples.NOON).error("broken").get();
        AppLog log = samples.log(run);
        runs().save(run);

        assertThat(runs().archive(run, List.of(log))).isEqualTo(1);

        ArchivedRun archived = runs().findArchive(samples.tenant, run.id()).orElseThrow();
        assertThat(archived.log()).isEqualTo(log);
        assertThat(archived.run().inputs()).isNull();
        assertThat(archived.run().outputs()).isEqualTo("{}");
        assertThat(archived.run())
                .usingRecursiveComparison()
                .ignoringFields("inputs", "outputs")
                .isEqualTo(run);
        assertThat(runs().findArchive(new Samples().tenant, run.id())).isEmpty();
    }

    @Test
    void keepsOneRecordForARunWithoutARequest() {
        WorkflowRun run = samples.run(Samples.NOON).get();

        assertThat(runs().archive(run, List.of())).isEqualTo(1);

        assertThat(runs().findArchive(samples.tenant, run.id()).orElseThrow().log())
                .isNull();
        assertThat(runs().findArchived(samples.tenant, List.of(run.id(), Samples.id())))
                .containsExactly(run.id());
        assertThat(runs().findArchived(samples.tenant, List.of())).isEmpty();
    }

    @Test
    void listsByWhenRunsBeganAndTellsWhichAreStillThere() {
        WorkflowRun first = samples.run(Samples.NOON).get();
        WorkflowRun second = samples.run(Samples.NOON.plusMillis(1)).get();
        WorkflowRun third = samples.run(Samples.NOON.plusMillis(2)).get();
        runs().save(second);
        for (WorkflowRun run : List.of(third, second, first)) {
            runs().archive(run, List.of());
        }
        TimeRange range = new TimeRange(Samples.NOON, Samples.NOON.plusMillis(2));

        assertThat(runs().findArchives(samples.tenant, range, 10))
                .extracting(archive -> archive.run().id())
                .containsExactly(first.id(), second.id());
        assertThat(runs().findArchives(samples.tenant, TimeRange.ALL, 2)).hasSize(2);
        assertThat(runs().findArchivedRuns(samples.tenant, range, 10)).containsExactly(second);
    }

    @Test
    void deletesWhatWasKept() {
        WorkflowRun run = samples.run(Samples.NOON).get();
        runs().archive(run, List.of(samples.log(run), samples.log(run)));

        assertThat(runs().deleteArchive(new Samples().tenant, run.id())).isZero();
        assertThat(runs().deleteArchive(samples.tenant, run.id())).isEqualTo(2);
        assertThat(runs().findArchive(samples.tenant, run.id())).isEmpty();
    }
}
