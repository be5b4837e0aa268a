package dev.rechat.runlog.mysql;

import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.archive.ArchivedRun;
import dev.rechat.runlog.archive.RunArchive;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.WorkflowRun;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is kept of runs. A record's id is made of what it is about, so that archiving again changes nothing. */
@Singleton
class MySqlArchive implements RunArchive {

    private final RunLogDatabase database;
    private final Writing writing;
    private final Clock clock;

    MySqlArchive(RunLogDatabase database, Writing writing, Clock clock) {
        this.database = database;
        this.writing = writing;
        this.clock = clock;
    }

    @Override
    public int archive(WorkflowRun run, List<AppLog> logs) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<ArchivedRun> records = logs.isEmpty()
                ? List.of(new ArchivedRun(id(run, null), run, null, now))
                : logs.stream()
                        .map(log -> new ArchivedRun(id(run, log), run, log, now))
                        .toList();
        writing.write(Tables.ARCHIVES, records, false);
        return records.size();
    }

    private static String id(WorkflowRun run, @Nullable AppLog log) {
        String about = run.tenant().id() + "/" + run.id() + "/" + (log == null ? "" : log.id());
        return UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8)).toString();
    }

    @Override
    public Set<String> findArchived(Tenant tenant, Collection<String> runIds) {
        Set<String> found = new HashSet<>();
        for (List<String> part : Limits.parts(runIds)) {
            found.addAll(database.read(
                    new Statement()
                            .add(
                                    "SELECT DISTINCT workflow_run_id FROM workflow_archive_logs WHERE tenant_id = ?",
                                    tenant.id())
                            .add(" AND workflow_run_id IN ")
                            .addList(part),
                    row -> row.getString(1)));
        }
        return found;
    }

    @Override
    public Optional<ArchivedRun> findArchive(Tenant tenant, String runId) {
        return database.first(
                Tables.ARCHIVES
                        .byIds(tenant, "workflow_run_id", List.of(runId))
                        .add(" ORDER BY log_created_at, id LIMIT 1"),
                Tables.ARCHIVES.reading());
    }

    @Override
    public List<ArchivedRun> findArchives(Tenant tenant, TimeRange range, int limit) {
        Limits.check(limit);
        return database.read(
                Tables.ARCHIVES
                        .within(Tables.ARCHIVES.select(tenant, "workflow_archive_logs_time"), range)
                        .add(" ORDER BY run_created_at, workflow_run_id, id LIMIT ?", limit),
                Tables.ARCHIVES.reading());
    }

    @Override
    public List<WorkflowRun> findArchivedRuns(Tenant tenant, TimeRange range, int limit) {
        Limits.check(limit);
        return database.read(
                RunRows.TABLE
                        .within(RunRows.TABLE.select(tenant, "workflow_runs_time"), range)
                        .add(
                                " AND id IN (SELECT workflow_run_id FROM workflow_archive_logs WHERE tenant_id = ?)",
                                tenant.id())
                        .add(" ORDER BY created_at, id LIMIT ?", limit),
                RunRows.TABLE.reading());
    }

    @Override
    public long deleteArchive(Tenant tenant, String runId) {
        return database.change(new Statement()
                .add(
                        "DELETE FROM workflow_archive_logs WHERE tenant_id = ? AND workflow_run_id = ?",
                        tenant.id(),
                        runId));
    }
}
