package dev.rechat.maintenance.runlog.tidy;

import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.run.EndedRuns;
import dev.rechat.runlog.run.RelatedCounts;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.WorkflowRunRepository.Expiry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets go of all that began in one store before a time, a batch at a time: first, if wished, the figures of runs are kept, then
 * files go, then rows. Files go first, for afterwards nobody would know of them; who is interrupted does the rest next time. For
 * one thread.
 */
public final class Cleanup {

    static final int ROWS = 1_000;

    /** What goes with its run, and is told how much there is of it. Archives stay. */
    private static final List<RecordType> KINDS = Stream.of(RecordType.values())
            .filter(type -> type != RecordType.ARCHIVES)
            .toList();

    private final RunLogStore store;
    private final NamedElsewhere elsewhere;
    private final PayloadStore files;
    private final Tenant tenant;
    private final Instant before;
    private RelatedCounts removed = RelatedCounts.NONE;
    private final List<String> months = new ArrayList<>();
    private long pauses;
    private long archived;
    private long filesGone;
    private @Nullable RecordKey archivedTo;
    private @Nullable RecordKey filesTo;
    private Step step;

    private enum Step {
        ARCHIVE,
        FILES,
        PAUSES,
        ROWS,
        DONE
    }

    /**
     * @param others stores that may have the same records, moved there or brought: what they still name stays
     * @param archiving whether the figures of ended runs are kept
     */
    public Cleanup(
            RunLogStore store,
            List<RunLogStore> others,
            PayloadStore files,
            Tenant tenant,
            Instant before,
            boolean archiving) {
        this.store = store;
        this.elsewhere = new NamedElsewhere(others, tenant);
        this.files = files;
        this.tenant = tenant;
        this.before = before;
        this.step = archiving ? Step.ARCHIVE : Step.FILES;
    }

    /** How much there is. Changes nothing. */
    public CleanupReport due() {
        return CleanupReport.due(
                store.name().wire(),
                KINDS.stream()
                        .map(type -> CleanupReport.Due.of(
                                type, store.transfer().count(type, tenant, TimeRange.before(before))))
                        .toList());
    }

    /** What has gone so far. */
    public CleanupReport report() {
        return CleanupReport.of(
                store.name().wire(), List.of(), removed, pauses, months, archived, filesGone, step != Step.DONE);
    }

    /** Some of it. @return whether there is more */
    public boolean next() {
        switch (step) {
            case ARCHIVE -> archive();
            case FILES -> removeFiles();
            case PAUSES -> removePauses();
            case ROWS -> removeRows();
            case DONE -> {}
        }
        return step != Step.DONE;
    }

    private void archive() {
        List<WorkflowRun> runs = store.runs()
                .findEnded(new EndedRuns(tenant, TimeRange.before(before), archivedTo, null, Set.of()), ROWS);
        Set<String> kept = store.runs()
                .findArchived(tenant, runs.stream().map(WorkflowRun::id).toList());
        for (WorkflowRun run : runs) {
            if (!kept.contains(run.id())) {
                archived += store.runs().archive(run, store.runs().findAppLogs(tenant, run.id()));
            }
        }
        if (runs.size() < ROWS) {
            step = Step.FILES;
        } else {
            archivedTo = runs.getLast().key();
        }
    }

    private void removeFiles() {
        List<Offload> offloads = store.transfer()
                .read(RecordType.OFFLOADS, tenant, TimeRange.before(before), filesTo, ROWS)
                .offloads();
        Set<String> named = elsewhere.files(offloads);
        for (Offload offload : offloads) {
            if (!named.contains(offload.fileKey())) {
                files.delete(offload.fileKey());
                filesGone++;
            }
        }
        if (offloads.size() < ROWS) {
            step = Step.PAUSES;
        } else {
            filesTo = offloads.getLast().key();
        }
    }

    /** The store removes their states with them. */
    private void removePauses() {
        int gone = store.runs()
                .prunePauses(tenant, before, before, ROWS, elsewhere::states)
                .size();
        pauses += gone;
        if (gone < ROWS) {
            step = Step.ROWS;
        }
    }

    private void removeRows() {
        Expiry expiry = store.runs().expire(tenant, before, ROWS);
        removed = removed.plus(expiry.removed());
        months.addAll(expiry.months());
        if (!expiry.more()) {
            step = Step.DONE;
        }
    }
}
