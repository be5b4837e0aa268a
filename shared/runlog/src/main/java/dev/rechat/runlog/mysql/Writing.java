package dev.rechat.runlog.mysql;

import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.RejectedRecordException;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.Offload;
import dev.rechat.runlog.pause.PauseReason;
import dev.rechat.runlog.pause.RunPause;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes records so that {@code createdAt} stays the first one. It is part of the key, so it is looked up first. Two first writes
 * of one id at the same moment with different times would make two rows; whoever records a run gives it one time.
 */
@Singleton
class Writing {

    private final RunLogDatabase database;
    private final RunRollUp rollUp;

    Writing(RunLogDatabase database, RunRollUp rollUp) {
        this.database = database;
        this.rollUp = rollUp;
    }

    private record Standing(Tenant tenant, Instant createdAt) {}

    /**
     * Writes records of one kind, in one transaction.
     *
     * @param guarded whether what has ended stays ended
     * @throws IllegalArgumentException when one of them is another tenant's
     */
    <T> void write(Table<T> table, Collection<T> records, boolean guarded) {
        List<T> distinct = new ArrayList<>(records.stream()
                .collect(Collectors.toMap(
                        record -> table.key().apply(record).id(),
                        Function.identity(),
                        (_, later) -> later,
                        LinkedHashMap::new))
                .values());
        // everybody takes locks in the same order
        distinct.sort((left, right) ->
                table.key().apply(left).id().compareTo(table.key().apply(right).id()));
        for (int from = 0; from < distinct.size(); from += table.most()) {
            List<T> part = distinct.subList(from, Math.min(distinct.size(), from + table.most()));
            database.transaction(() -> {
                writePart(table, part, guarded);
                return true;
            });
        }
    }

    /** Writes a few records in one transaction with other work, which comes first. */
    <T> void writeAround(Table<T> table, List<T> records, Runnable work) {
        database.transaction(() -> {
            work.run();
            writePart(table, records, false);
            return true;
        });
    }

    /** As {@link #write}, but what is refused for good does not hinder the others. @return the ids of those, with reasons */
    <T> Map<String, RejectedRecordException> writeEach(Table<T> table, List<T> records) {
        Map<String, RejectedRecordException> refused = new LinkedHashMap<>();
        writeEach(table, records, refused);
        return refused;
    }

    private <T> void writeEach(Table<T> table, List<T> records, Map<String, RejectedRecordException> refused) {
        if (records.isEmpty()) {
            return;
        }
        try {
            write(table, records, true);
        } catch (RejectedRecordException rejected) {
            if (records.size() == 1) {
                refused.put(table.key().apply(records.getFirst()).id(), rejected);
                return;
            }
            int half = records.size() / 2;
            writeEach(table, records.subList(0, half), refused);
            writeEach(table, records.subList(half, records.size()), refused);
        }
    }

    private <T> void writePart(Table<T> table, List<T> records, boolean guarded) {
        int time = table.columns().indexOf(table.time());
        Map<String, Standing> known = known(table, records);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        Map<Tenant, Set<LocalDate>> days = new HashMap<>();
        for (T record : records) {
            List<@Nullable Object> row = new ArrayList<>(table.values().apply(record));
            Standing standing = known.get(table.key().apply(record).id());
            Instant at = table.key().apply(record).createdAt();
            if (standing != null) {
                refuseOthers(table, record, standing);
                at = standing.createdAt();
                row.set(time, at);
            }
            days.computeIfAbsent(table.tenant().apply(record), _ -> new TreeSet<>())
                    .add(LocalDate.ofInstant(at, ZoneOffset.UTC));
            rows.add(row);
        }
        if (table == RunRows.TABLE) {
            days.forEach(rollUp::forget);
        }
        if (table == NodeRows.TABLE) {
            days.forEach((tenant, ofNodes) -> rollUp.forgetNodes(tenant, ofNodes, runsOf(tenant, records)));
        }
        if (table == Tables.PAUSES) {
            records.forEach(record -> makeRoom((RunPause) record));
        }
        if (table == Tables.OFFLOADS) {
            records.forEach(record -> refuseOthers((Offload) record));
        }
        database.change(table.upsert(rows, guarded));
        if (table == Tables.PAUSES) {
            records.forEach(record -> reasons((RunPause) record));
        }
    }

    private static <T> List<String> runsOf(Tenant tenant, List<T> nodes) {
        return nodes.stream()
                .map(NodeExecution.class::cast)
                .filter(node -> node.tenant().equals(tenant))
                .flatMap(node -> Stream.ofNullable(node.workflowRunId()))
                .toList();
    }

    private <T> Map<String, Standing> known(Table<T> table, List<T> records) {
        List<String> ids =
                records.stream().map(record -> table.key().apply(record).id()).toList();
        Map<String, Standing> known = new HashMap<>();
        database.read(
                standing(table, ids),
                row -> known.put(
                        row.getString(1),
                        new Standing(new Tenant(row.getString(2)), Table.sureTime(row, table.time()))));
        return known;
    }

    /** Of whichever month; an index knows all that is asked. */
    static Statement standing(Table<?> table, Collection<String> ids) {
        return new Statement()
                .add("SELECT id, tenant_id, " + table.time() + " FROM " + table.name() + " WHERE id IN ")
                .addList(ids);
    }

    private static <T> void refuseOthers(Table<T> table, T record, Standing standing) {
        if (!standing.tenant().equals(table.tenant().apply(record))) {
            throw new IllegalArgumentException(
                    "another tenant's: " + table.key().apply(record).id());
        }
    }

    /** An execution's id names one execution: another tenant's offload of it is not replaced. */
    private void refuseOthers(Offload offload) {
        long others = database.number(new Statement()
                .add(
                        "SELECT COUNT(*) FROM workflow_node_execution_offload WHERE node_execution_id = ?",
                        offload.nodeExecutionId())
                .add(" AND tenant_id <> ?", offload.tenant().id()));
        if (others > 0) {
            throw new IllegalArgumentException("another tenant's: " + offload.nodeExecutionId());
        }
    }

    /** A run has one pause: an older one gives way, with its reasons. */
    private void makeRoom(RunPause pause) {
        database.change(new Statement()
                .add(
                        "DELETE FROM workflow_pauses WHERE tenant_id = ?",
                        pause.tenant().id())
                .add(" AND workflow_run_id = ? AND id <> ?", pause.workflowRunId(), pause.id()));
    }

    private void reasons(RunPause pause) {
        database.change(new Statement().add("DELETE FROM workflow_pause_reasons WHERE pause_id = ?", pause.id()));
        int position = 0;
        for (PauseReason reason : pause.reasons()) {
            database.change(new Statement()
                    .add("INSERT INTO workflow_pause_reasons (pause_id, position, type_, form_id, message, node_id)"
                            + " VALUES ")
                    .addRow(List.of(
                            pause.id(),
                            position++,
                            reason.type().wire(),
                            reason.formId(),
                            reason.message(),
                            reason.nodeId())));
        }
    }
}
