package dev.rechat.runlog.search.document;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.runlog.run.CreatorRole;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.RunType;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.search.client.Json;
import dev.rechat.runlog.search.index.Entry;
import dev.rechat.runlog.search.index.Fields;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs, and the requests that began them. Prices are texts: a number of JSON would lose digits on its way. */
public final class RunDocuments {

    private final Json json;

    public RunDocuments(Json json) {
        this.json = json;
    }

    public Entry entry(WorkflowRun run) {
        return new Entry(RecordType.WORKFLOW_RUNS, run.tenant(), run.id(), run.createdAt(), document(run));
    }

    public JsonNode document(WorkflowRun run) {
        return Json.object(
                "id", run.id(),
                "tenant_id", run.tenant().id(),
                "app_id", run.appId().toString(),
                "workflow_id", run.workflowId(),
                "type", run.type().wire(),
                "triggered_from", run.triggeredFrom().wire(),
                "version", run.version(),
                "inputs", run.inputs(),
                "inputs_truncated", run.inputsTruncated(),
                "outputs", run.outputs(),
                "outputs_truncated", run.outputsTruncated(),
                "status", run.status().wire(),
                "ended", run.status().isEnded(),
                "evidence", run.evidence().wire(),
                "error", run.error(),
                "elapsed_time", Values.seconds(run.elapsedTime()),
                "total_tokens", run.totalTokens(),
                "total_steps", run.totalSteps(),
                "exceptions_count", run.exceptionsCount(),
                "total_price",
                        run.totalPrice() == null ? null : run.totalPrice().toPlainString(),
                "currency", run.currency(),
                "created_by_role", run.createdByRole().wire(),
                "created_by", run.createdBy(),
                "created_at", Values.time(run.createdAt()),
                "finished_at", Values.timeOrNull(run.finishedAt()),
                "turn_id", run.turnId(),
                "conversation_id", run.conversationId(),
                "text",
                        new Words(json)
                                .addJson(run.inputs())
                                .addJson(run.outputs())
                                .add(run.error())
                                .text());
    }

    /** The same run in another state. */
    public JsonNode document(WorkflowRun run, RunStatus status) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        document(run).entries().forEach(member -> members.put(member.getKey(), member.getValue()));
        members.put("status", Json.node(status.wire()));
        members.put("ended", Json.node(status.isEnded()));
        return JsonNode.createObjectNode(members);
    }

    public WorkflowRun run(JsonNode document) {
        String price = Fields.textOrNull(document, "total_price");
        return new WorkflowRun(
                Fields.text(document, "id"),
                new Tenant(Fields.text(document, "tenant_id")),
                AppId.of(Fields.text(document, "app_id")),
                Fields.text(document, "workflow_id"),
                RunType.of(Fields.text(document, "type")),
                TriggeredFrom.of(Fields.text(document, "triggered_from")),
                Fields.text(document, "version"),
                Fields.textOrNull(document, "inputs"),
                Fields.flag(document, "inputs_truncated"),
                Fields.text(document, "outputs"),
                Fields.flag(document, "outputs_truncated"),
                RunStatus.of(Fields.text(document, "status")),
                Evidence.of(Fields.text(document, "evidence")),
                Fields.textOrNull(document, "error"),
                Values.duration(document, "elapsed_time"),
                Fields.number(document, "total_tokens"),
                Values.whole(document, "total_steps"),
                Values.whole(document, "exceptions_count"),
                price == null ? null : new BigDecimal(price),
                Fields.text(document, "currency"),
                CreatorRole.of(Fields.text(document, "created_by_role")),
                Fields.text(document, "created_by"),
                Values.time(document, "created_at"),
                Values.timeOrNull(document, "finished_at"),
                Fields.textOrNull(document, "turn_id"),
                Fields.textOrNull(document, "conversation_id"));
    }

    public Entry entry(AppLog log) {
        return new Entry(RecordType.APP_LOGS, log.tenant(), log.id(), log.createdAt(), document(log));
    }

    JsonNode document(AppLog log) {
        return Json.object(
                "id", log.id(),
                "tenant_id", log.tenant().id(),
                "app_id", log.appId().toString(),
                "workflow_id", log.workflowId(),
                "workflow_run_id", log.workflowRunId(),
                "created_from", log.createdFrom().wire(),
                "created_by_role", log.createdByRole().wire(),
                "created_by", log.createdBy(),
                "created_at", Values.time(log.createdAt()));
    }

    public AppLog appLog(JsonNode document) {
        return new AppLog(
                Fields.text(document, "id"),
                new Tenant(Fields.text(document, "tenant_id")),
                AppId.of(Fields.text(document, "app_id")),
                Fields.text(document, "workflow_id"),
                Fields.text(document, "workflow_run_id"),
                AppLogSource.of(Fields.text(document, "created_from")),
                CreatorRole.of(Fields.text(document, "created_by_role")),
                Fields.text(document, "created_by"),
                Values.time(document, "created_at"));
    }
}
