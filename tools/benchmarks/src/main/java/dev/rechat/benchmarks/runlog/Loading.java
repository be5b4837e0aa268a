package dev.rechat.benchmarks.runlog;

import dev.rechat.benchmarks.data.LoadingConnection;
import dev.rechat.benchmarks.data.RowWriter;
import dev.rechat.benchmarks.data.Table;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.testing.database.Schema;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Runs as rows by LOAD DATA, each table over a connection of its own: what would take hours by the product's own writing. */
final class Loading implements AutoCloseable {

    private static final Table RUNS = new Table(
            "workflow_runs",
            "id, tenant_id, app_id, workflow_id, type, triggered_from, version, inputs, inputs_truncated, "
                    + "outputs, outputs_truncated, status, evidence, error, elapsed_ms, total_tokens, total_steps, "
                    + "exceptions_count, total_price, currency, created_by_role, created_by, created_at, finished_at, "
                    + "turn_id, conversation_id");
    private static final Table NODES = new Table(
            "workflow_node_executions",
            "id, tenant_id, app_id, workflow_id, triggered_from, workflow_run_id, `index`, "
                    + "predecessor_node_id, node_execution_id, node_id, node_type, title, inputs, process_data, "
                    + "outputs, inputs_truncated, process_data_truncated, outputs_truncated, status, error, "
                    + "elapsed_ms, execution_metadata, iteration_id, loop_id, created_by_role, created_by, "
                    + "created_at, finished_at");
    private static final Table LOGS = new Table(
            "workflow_app_logs",
            "id, tenant_id, app_id, workflow_id, workflow_run_id, created_from, created_by_role, "
                    + "created_by, created_at");

    private static final int TOLD_EVERY = 50_000;

    private final LoadingConnection first;
    private final LoadingConnection second;
    private final LoadingConnection third;
    private final RowWriter runs;
    private final RowWriter nodes;
    private final RowWriter logs;
    private final Consumer<String> tell;

    Loading(Schema schema, Consumer<String> tell) throws SQLException {
        this.first = LoadingConnection.to(schema);
        this.second = LoadingConnection.to(schema);
        this.third = LoadingConnection.to(schema);
        this.runs = first.writer(RUNS);
        this.nodes = second.writer(NODES);
        this.logs = third.writer(LOGS);
        this.tell = tell;
    }

    String way() {
        return first.way();
    }

    /** @param to excluded */
    void load(Dweller dweller, int from, int to) {
        long begin = System.nanoTime();
        for (int number = from; number < to; number++) {
            Recorded recorded = dweller.run(number);
            row(recorded.run());
            recorded.nodes().forEach(this::row);
            row(recorded.log());
            int done = number + 1 - from;
            if (done % TOLD_EVERY == 0) {
                tell.accept("  %,d of %,d runs, %,.0f per second"
                        .formatted(done, to - from, Sheet.perSecond(done, System.nanoTime() - begin)));
            }
        }
    }

    private void row(WorkflowRun run) {
        runs.row(
                run.id(),
                run.tenant().id(),
                run.appId(),
                run.workflowId(),
                run.type().wire(),
                run.triggeredFrom().wire(),
                run.version(),
                run.inputs(),
                run.inputsTruncated(),
                run.outputs(),
                run.outputsTruncated(),
                run.status().wire(),
                run.evidence().wire(),
                run.error(),
                run.elapsedTime().toMillis(),
                run.totalTokens(),
                run.totalSteps(),
                run.exceptionsCount(),
                run.totalPrice(),
                run.currency(),
                run.createdByRole().wire(),
                run.createdBy(),
                run.createdAt(),
                run.finishedAt(),
                run.turnId(),
                run.conversationId());
    }

    private void row(NodeExecution node) {
        nodes.row(
                node.id(),
                node.tenant().id(),
                node.appId(),
                node.workflowId(),
                node.triggeredFrom().wire(),
                node.workflowRunId(),
                node.index(),
                node.predecessorNodeId(),
                node.nodeExecutionId(),
                node.nodeId(),
                node.nodeType(),
                node.title(),
                node.inputs(),
                node.processData(),
                node.outputs(),
                node.truncated().inputs(),
                node.truncated().processData(),
                node.truncated().outputs(),
                node.status().wire(),
                node.error(),
                node.elapsedTime().toMillis(),
                node.executionMetadata(),
                node.iterationId(),
                node.loopId(),
                node.createdByRole().wire(),
                node.createdBy(),
                node.createdAt(),
                node.finishedAt());
    }

    private void row(AppLog log) {
        logs.row(
                log.id(),
                log.tenant().id(),
                log.appId(),
                log.workflowId(),
                log.workflowRunId(),
                log.createdFrom().wire(),
                log.createdByRole().wire(),
                log.createdBy(),
                log.createdAt());
    }

    /** What was told is there when this returns. */
    @Override
    public void close() throws SQLException {
        try (first;
                second;
                third) {
            runs.close();
            nodes.close();
            logs.close();
        }
    }
}
