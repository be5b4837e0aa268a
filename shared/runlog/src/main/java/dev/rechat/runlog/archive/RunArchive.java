package dev.rechat.runlog.archive;

import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.WorkflowRun;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is kept of runs that have been let go. */
public interface RunArchive {

    /** Keeps a run: one record for each request, or one without. @return how many */
    int archive(WorkflowRun run, List<AppLog> logs);

    /** Which of these runs have been archived. */
    Set<String> findArchived(Tenant tenant, Collection<String> runIds);

    Optional<ArchivedRun> findArchive(Tenant tenant, String runId);

    /** Those whose runs began in a range, oldest run first. */
    List<ArchivedRun> findArchives(Tenant tenant, TimeRange range, int limit);

    /** Runs of that range which are both archived and still there, oldest first. */
    List<WorkflowRun> findArchivedRuns(Tenant tenant, TimeRange range, int limit);

    /** @return how many records went */
    long deleteArchive(Tenant tenant, String runId);
}
