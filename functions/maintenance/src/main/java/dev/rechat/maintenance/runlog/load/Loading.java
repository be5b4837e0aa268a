package dev.rechat.maintenance.runlog.load;

import dev.rechat.dify.DifyApp;
import dev.rechat.dify.DifyRejectedException;
import dev.rechat.dify.DifyRuns;
import dev.rechat.dify.payload.DifyRunDetail;
import dev.rechat.dify.payload.DifyRunLog;
import dev.rechat.dify.payload.DifyRunLogPage;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.RejectedRecordException;
import dev.rechat.runlog.payload.Offloading;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.transfer.RunLogBatch;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads pages of Dify's log: what is not recorded is asked for in detail and written. For one thread. */
final class Loading {

    private static final Logger LOG = LoggerFactory.getLogger(Loading.class);

    private final ImportWish wish;
    private final DifyRuns dify;
    private final DifyApp target;
    private final Translation translation;
    private final Offloading offloading;
    private final Pace pace;
    private final Tally tally;

    /** A second is looked at twice: what was done of the page before counts once. */
    private Set<String> before = Set.of();

    Loading(
            ImportWish wish,
            DifyRuns dify,
            DifyApp target,
            Translation translation,
            Offloading offloading,
            Pace pace,
            Tally tally) {
        this.wish = wish;
        this.dify = dify;
        this.target = target;
        this.translation = translation;
        this.offloading = offloading;
        this.pace = pace;
        this.tally = tally;
    }

    /** @return whether it was done; if not it was to stop, and nothing of the page is noted */
    boolean page(Pages pages, BooleanSupplier stop) {
        DifyRunLogPage page =
                pace.ask(() -> dify.logs(target, pages.since(), pages.before(), pages.page(), Pages.SIZE));
        Set<String> ids = new HashSet<>();
        page.data().forEach(log -> idOf(log).ifPresent(ids::add));
        Set<String> known = new HashSet<>();
        wish.to()
                .transfer()
                .read(RecordType.WORKFLOW_RUNS, wish.tenant(), ids)
                .runs()
                .forEach(run -> known.add(run.id()));
        List<Translation.Loaded> loaded = new ArrayList<>();
        for (DifyRunLog log : page.data()) {
            if (stop.getAsBoolean()) {
                write(loaded);
                return false;
            }
            one(log, known).ifPresent(loaded::add);
        }
        long refused = tally.refused;
        long written = write(loaded);
        before = ids;
        pages.done(page, written, tally.refused - refused);
        return true;
    }

    private static Optional<String> idOf(DifyRunLog log) {
        return Optional.ofNullable(log.workflowRun()).map(DifyRunLog.Run::id);
    }

    private Optional<Translation.Loaded> one(DifyRunLog log, Set<String> known) {
        DifyRunLog.Run run = log.workflowRun();
        String id = run == null ? null : run.id();
        if (id != null && before.contains(id)) {
            return Optional.empty();
        }
        tally.seen++;
        if (run == null || id == null) {
            tally.gone++;
            return Optional.empty();
        }
        if (known.contains(id)) {
            tally.known++;
            return Optional.empty();
        }
        if (RunStatus.RUNNING.wire().equals(run.status())
                || RunStatus.PAUSED.wire().equals(run.status())) {
            tally.unfinished++;
            return Optional.empty();
        }
        Optional<DifyRunDetail> detail = detail(id);
        if (detail.isEmpty()) {
            tally.gone++;
            return Optional.empty();
        }
        Optional<Translation.Loaded> loaded = translation.of(log, run, detail.get());
        if (loaded.isEmpty()) {
            tally.unreadable++;
            LOG.warn("run {}: Dify tells of it in a way that is not understood", id);
        }
        return loaded;
    }

    private Optional<DifyRunDetail> detail(String id) {
        try {
            return Optional.of(pace.ask(() -> dify.detail(target, id)));
        } catch (DifyRejectedException rejected) {
            if (rejected.notFound()) {
                return Optional.empty();
            }
            throw rejected;
        }
    }

    private long write(List<Translation.Loaded> loaded) {
        long before = tally.imported;
        loaded.forEach(this::write);
        return tally.imported - before;
    }

    /** One by one: a request to Dify was made for each, so it does not count, and one that is refused refuses no other. */
    private void write(Translation.Loaded one) {
        Offloading.Cut<WorkflowRun> cut = offloading.cut(one.run());
        try {
            wish.to()
                    .transfer()
                    .write(
                            new RunLogBatch(
                                    List.of(cut.record()),
                                    List.of(),
                                    List.of(one.log()),
                                    cut.offloads(),
                                    List.of(),
                                    List.of()),
                            Visibility.SOON);
            tally.imported++;
        } catch (RejectedRecordException rejected) {
            tally.refused++;
            LOG.warn("run {} was refused by the store: {}", one.run().id(), rejected.getMessage());
        }
    }
}
