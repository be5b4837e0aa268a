package dev.rechat.runlog.search.document;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.pause.PauseReason;
import dev.rechat.runlog.pause.PauseReasonType;
import dev.rechat.runlog.pause.RunPause;
import dev.rechat.runlog.search.client.Json;
import dev.rechat.runlog.search.index.Entry;
import dev.rechat.runlog.search.index.Fields;
import io.micronaut.json.tree.JsonNode;
import java.util.List;

/** Pauses, each under its run's id: a run has one at most. */
public final class PauseDocuments {

    private PauseDocuments() {}

    public static Entry entry(RunPause pause) {
        return new Entry(RecordType.PAUSES, pause.tenant(), pause.workflowRunId(), pause.createdAt(), document(pause));
    }

    public static JsonNode document(RunPause pause) {
        List<JsonNode> reasons = pause.reasons().stream()
                .map(reason -> Json.object(
                        "type", reason.type().wire(),
                        "form_id", reason.formId(),
                        "message", reason.message(),
                        "node_id", reason.nodeId()))
                .toList();
        return Json.object(
                "id", pause.id(),
                "tenant_id", pause.tenant().id(),
                "workflow_id", pause.workflowId(),
                "workflow_run_id", pause.workflowRunId(),
                "state_key", pause.stateKey(),
                "reasons", reasons,
                "created_at", Values.time(pause.createdAt()),
                "resumed_at", Values.timeOrNull(pause.resumedAt()));
    }

    public static RunPause pause(JsonNode document) {
        List<PauseReason> reasons = Fields.elements(document, "reasons").stream()
                .map(reason -> new PauseReason(
                        PauseReasonType.of(Fields.text(reason, "type")),
                        Fields.text(reason, "form_id"),
                        Fields.text(reason, "message"),
                        Fields.text(reason, "node_id")))
                .toList();
        return new RunPause(
                Fields.text(document, "id"),
                new Tenant(Fields.text(document, "tenant_id")),
                Fields.text(document, "workflow_id"),
                Fields.text(document, "workflow_run_id"),
                Fields.text(document, "state_key"),
                reasons,
                Values.time(document, "created_at"),
                Values.timeOrNull(document, "resumed_at"));
    }
}
