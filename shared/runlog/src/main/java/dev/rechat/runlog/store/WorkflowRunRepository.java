package dev.rechat.runlog.store;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.archive.RunArchive;
import dev.rechat.runlog.pause.RunPauses;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.EndedRuns;
import dev.rechat.runlog.run.RelatedCounts;
import dev.rechat.runlog.run.RunCounts;
import dev.rechat.runlog.run.RunPage;
import dev.rechat.runlog.run.RunQuery;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.SearchAbility;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.runlog.run.UnknownRunException;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.statistics.RunStatistics;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a store: what Dify's {@code APIWorkflowRunRepository} (1.14) promises, as far as it has a meaning here. What
 * belongs to another tenant does not exist. Lists are bounded by their {@code limit}, 1 to 10,000.
 */
public interface WorkflowRunRepository extends RunPauses, RunArchive, RunStatistics {

    /**
     * Writes a run, new or again; the last save wins and {@code createdAt} stays the first one. Read by {@link #find} at once.
     *
     * @throws IllegalArgumentException when a run of this id is another tenant's
     */
    void save(WorkflowRun run);

    /** Writes the request that began a run; again changes nothing. */
    void save(AppLog log);

    /**
     * Newest first, by {@link WorkflowRun#key()}.
     *
     * @param lastId the page begins after this run
     * @throws UnknownRunException when the same question does not find {@code lastId}
     */
    RunPage findPage(RunQuery query, int limit, @Nullable String lastId);

    SearchAbility search();

    Optional<WorkflowRun> find(Tenant tenant, AppId app, String id);

    Optional<WorkflowRun> find(Tenant tenant, String id);

    /**
     * How many runs there are.
     *
     * @param status when given, {@code total} and the member of that status are its number and the others 0
     * @param last runs that began within this time before now; null for all
     */
    RunCounts count(
            Tenant tenant,
            AppId app,
            Set<TriggeredFrom> triggeredFrom,
            @Nullable RunStatus status,
            @Nullable Duration last);

    /** Runs that began before a time, in any order and of any status. */
    List<WorkflowRun> findExpired(Tenant tenant, Instant before, int limit);

    /** Ended runs in a range, oldest first. */
    List<WorkflowRun> findEnded(EndedRuns which, int limit);

    /** Removes runs and nothing else, their offloads neither. @return how many there were */
    long delete(Tenant tenant, Collection<String> ids);

    /** Removes all runs of an app and nothing else, so many at a time. @return how many there were */
    long deleteByApp(Tenant tenant, AppId app, int batchSize);

    List<AppLog> findAppLogs(Tenant tenant, String runId);

    /** Removes runs with their node executions, offloads, app logs and pauses. Files of offloads are the caller's to remove. */
    RelatedCounts deleteWithRelated(Tenant tenant, Collection<String> ids);

    /** What {@link #deleteWithRelated} would remove. */
    RelatedCounts countWithRelated(Tenant tenant, Collection<String> ids);

    /**
     * Removes everything that began before a time, in the quickest way there is: whole partitions or indices where they hold
     * nothing else, the rest in batches. Files of offloads are the caller's to remove before: nobody knows of them afterwards.
     * So are pauses, whose states another store may need: they stay until {@link #prunePauses} takes them.
     *
     * @param batchSize rows that one statement removes, and about how many one call removes where it must count rows
     * @return what went, and whether calling again will find more
     */
    Expiry expire(Tenant tenant, Instant before, int batchSize);

    /** @param months whole months that went at once, as {@code 2026-01}; their records are not counted one by one */
    record Expiry(RelatedCounts removed, List<String> months, boolean more) {
        public Expiry {
            months = List.copyOf(months);
        }
    }
}
