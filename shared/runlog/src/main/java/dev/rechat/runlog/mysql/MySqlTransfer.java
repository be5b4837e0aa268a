package dev.rechat.runlog.mysql;

import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.RejectedRecordException;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.archive.ArchivedRun;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.transfer.RunLogBatch;
import dev.rechat.runlog.transfer.RunLogTransfer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Many records at once. What is written is there at once, whichever visibility is asked for. */
@Singleton
class MySqlTransfer implements RunLogTransfer {

    private final RunLogDatabase database;
    private final Writing writing;
    private final MySqlPauses pauses;

    MySqlTransfer(RunLogDatabase database, Writing writing, MySqlPauses pauses) {
        this.database = database;
        this.writing = writing;
        this.pauses = pauses;
    }

    @Override
    public void write(RunLogBatch batch, Visibility visibility) {
        Map<String, RejectedRecordException> refused = new LinkedHashMap<>();
        refused.putAll(writing.writeEach(RunRows.TABLE, batch.runs()));
        refused.putAll(writing.writeEach(NodeRows.TABLE, batch.nodes()));
        refused.putAll(writing.writeEach(Tables.APP_LOGS, batch.appLogs()));
        refused.putAll(writing.writeEach(Tables.OFFLOADS, batch.offloads()));
        refused.putAll(writing.writeEach(Tables.PAUSES, batch.pauses()));
        refused.putAll(writing.writeEach(Tables.ARCHIVES, batch.archives()));
        if (!refused.isEmpty()) {
            RejectedRecordException first = refused.values().iterator().next();
            throw new RejectedRecordException(
                    refused.size() + " records were refused: " + String.join(", ", refused.keySet()) + ": "
                            + first.getMessage(),
                    first);
        }
    }

    /** What may be done with the table of one kind, whatever its records are. */
    private interface Use<R> {
        <T> R with(Table<T> table, Function<List<T>, RunLogBatch> batch);
    }

    private <R> R use(RecordType type, Use<R> use) {
        return switch (type) {
            case WORKFLOW_RUNS -> use.with(RunRows.TABLE, MySqlTransfer::ofRuns);
            case NODE_EXECUTIONS -> use.with(NodeRows.TABLE, MySqlTransfer::ofNodes);
            case APP_LOGS -> use.with(Tables.APP_LOGS, MySqlTransfer::ofLogs);
            case OFFLOADS -> use.with(Tables.OFFLOADS, MySqlTransfer::ofOffloads);
            case PAUSES -> use.with(Tables.PAUSES, found -> ofPauses(pauses.withReasons(found)));
            case ARCHIVES -> use.with(Tables.ARCHIVES, MySqlTransfer::ofArchives);
        };
    }

    @Override
    public RunLogBatch read(RecordType type, Tenant tenant, TimeRange range, @Nullable RecordKey after, int limit) {
        Limits.check(limit);
        return use(type, new Use<>() {
            @Override
            public <T> RunLogBatch with(Table<T> table, Function<List<T>, RunLogBatch> batch) {
                return batch.apply(database.read(table.walk(tenant, range, after, limit), table.reading()));
            }
        });
    }

    @Override
    public RunLogBatch read(RecordType type, Tenant tenant, Collection<String> ids) {
        String column = type == RecordType.ARCHIVES ? "workflow_run_id" : "id";
        return use(type, new Use<>() {
            @Override
            public <T> RunLogBatch with(Table<T> table, Function<List<T>, RunLogBatch> batch) {
                List<T> found = new ArrayList<>();
                for (List<String> part : Limits.parts(ids)) {
                    found.addAll(database.read(table.byIds(tenant, column, part), table.reading()));
                }
                return batch.apply(found);
            }
        });
    }

    /** Each with the same chance: the ids of the range are shuffled as they stand in the index, then those rows are read. */
    @Override
    public RunLogBatch sample(RecordType type, Tenant tenant, TimeRange range, int size) {
        Limits.check(size);
        return use(type, new Use<>() {
            @Override
            public <T> RunLogBatch with(Table<T> table, Function<List<T>, RunLogBatch> batch) {
                List<String> ids = database.read(
                        counted(table, tenant, range, "id").add(" ORDER BY RAND() LIMIT ?", size),
                        row -> row.getString(1));
                List<T> found = new ArrayList<>();
                for (List<String> part : Limits.parts(ids)) {
                    found.addAll(database.read(table.byIds(tenant, "id", part), table.reading()));
                }
                return batch.apply(found);
            }
        });
    }

    @Override
    public long count(RecordType type, Tenant tenant, TimeRange range) {
        return use(type, new Use<Long>() {
            @Override
            public <T> Long with(Table<T> table, Function<List<T>, RunLogBatch> batch) {
                return database.number(counted(table, tenant, range, "COUNT(*)"));
            }
        });
    }

    private static <T> Statement counted(Table<T> table, Tenant tenant, TimeRange range, String what) {
        return table.within(
                new Statement()
                        .add(
                                "SELECT " + what + " FROM " + table.name() + " FORCE INDEX (" + table.name()
                                        + "_time) WHERE tenant_id = ?",
                                tenant.id()),
                range);
    }

    private static RunLogBatch ofRuns(List<WorkflowRun> runs) {
        return new RunLogBatch(runs, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static RunLogBatch ofNodes(List<NodeExecution> nodes) {
        return new RunLogBatch(List.of(), nodes, List.of(), List.of(), List.of(), List.of());
    }

    private static RunLogBatch ofLogs(List<AppLog> logs) {
        return new RunLogBatch(List.of(), List.of(), logs, List.of(), List.of(), List.of());
    }

    private static RunLogBatch ofOffloads(List<Offload> offloads) {
        return new RunLogBatch(List.of(), List.of(), List.of(), offloads, List.of(), List.of());
    }

    private static RunLogBatch ofPauses(List<RunPause> found) {
        return new RunLogBatch(List.of(), List.of(), List.of(), List.of(), found, List.of());
    }

    private static RunLogBatch ofArchives(List<ArchivedRun> archives) {
        return new RunLogBatch(List.of(), List.of(), List.of(), List.of(), List.of(), archives);
    }
}
