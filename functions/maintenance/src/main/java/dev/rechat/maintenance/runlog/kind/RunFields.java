package dev.rechat.maintenance.runlog.kind;

import dev.rechat.runlog.run.WorkflowRun;
import java.util.List;

/** What a run is made of. */
final class RunFields {

    static final List<Field<WorkflowRun>> ALL = List.of(
            new Field<>("id", WorkflowRun::id),
            new Field<>("tenant_id", WorkflowRun::tenant),
            new Field<>("app_id", WorkflowRun::appId),
            new Field<>("workflow_id", WorkflowRun::workflowId),
            new Field<>("type", WorkflowRun::type),
            new Field<>("triggered_from", WorkflowRun::triggeredFrom),
            new Field<>("version", WorkflowRun::version),
            new Field<>("inputs", run -> JsonText.of(run.inputs())),
            new Field<>("inputs_truncated", WorkflowRun::inputsTruncated),
            new Field<>("outputs", run -> JsonText.of(run.outputs())),
            new Field<>("outputs_truncated", WorkflowRun::outputsTruncated),
            new Field<>("status", WorkflowRun::status),
            new Field<>("evidence", WorkflowRun::evidence),
            new Field<>("error", WorkflowRun::error),
            new Field<>("elapsed_time", WorkflowRun::elapsedTime),
            new Field<>("total_tokens", WorkflowRun::totalTokens),
            new Field<>("total_steps", WorkflowRun::totalSteps),
            new Field<>("exceptions_count", WorkflowRun::exceptionsCount),
            new Field<>("total_price", WorkflowRun::totalPrice),
            new Field<>("currency", WorkflowRun::currency),
            new Field<>("created_by_role", WorkflowRun::createdByRole),
            new Field<>("created_by", WorkflowRun::createdBy),
            new Field<>("created_at", WorkflowRun::createdAt),
            new Field<>("finished_at", WorkflowRun::finishedAt),
            new Field<>("turn_id", WorkflowRun::turnId),
            new Field<>("conversation_id", WorkflowRun::conversationId));

    private RunFields() {}
}
