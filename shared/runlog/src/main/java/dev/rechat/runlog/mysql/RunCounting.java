package dev.rechat.runlog.mysql;

import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.run.RunCounts;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.TriggeredFrom;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many runs of an app there are, by an index that holds all that is asked. */
@Singleton
class RunCounting {

    private final RunLogDatabase database;
    private final Clock clock;

    RunCounting(RunLogDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    RunCounts count(
            Tenant tenant,
            AppId app,
            Set<TriggeredFrom> triggeredFrom,
            @Nullable RunStatus status,
            @Nullable Duration last) {
        Statement statement = new Statement()
                .add(
                        "SELECT status, COUNT(*) FROM workflow_runs FORCE INDEX (workflow_runs_app)"
                                + " WHERE tenant_id = ? AND app_id = ?",
                        tenant.id(),
                        app)
                .addIf(" AND status = ?", status == null ? null : status.wire())
                .addIf(
                        " AND created_at >= ?",
                        last == null ? null : clock.instant().minus(last));
        if (!triggeredFrom.isEmpty()) {
            statement
                    .add(" AND triggered_from IN ")
                    .addList(triggeredFrom.stream().map(TriggeredFrom::wire).toList());
        }
        Map<RunStatus, Long> found = new EnumMap<>(RunStatus.class);
        database.read(
                statement.add(" GROUP BY status"), row -> found.put(RunStatus.of(row.getString(1)), row.getLong(2)));
        return new RunCounts(
                found.values().stream().mapToLong(Long::longValue).sum(),
                found.getOrDefault(RunStatus.RUNNING, 0L),
                found.getOrDefault(RunStatus.SUCCEEDED, 0L),
                found.getOrDefault(RunStatus.FAILED, 0L),
                found.getOrDefault(RunStatus.STOPPED, 0L),
                found.getOrDefault(RunStatus.PARTIAL_SUCCEEDED, 0L));
    }
}
