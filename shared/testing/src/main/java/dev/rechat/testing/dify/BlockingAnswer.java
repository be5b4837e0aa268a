package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The one JSON that stands for a whole stream. */
final class BlockingAnswer {

    private BlockingAnswer() {}

    /** @throws DifyError if the run failed and the app reports that by status */
    static ObjectNode of(Run run, Outcome outcome) {
        if (run.mode() == AppMode.WORKFLOW) {
            return workflow(run);
        }
        switch (outcome) {
            case Outcome.Failed failed ->
                throw run.mode().runsGraph()
                        ? DifyError.invalidParameter("Run failed: " + failed.message())
                        : new DifyError(failed.status(), failed.code(), failed.message());
            case Outcome.Broken broken -> throw new DifyError(500, "internal_server_error", broken.message());
            case Outcome.Succeeded succeeded -> {}
            case Outcome.Stopped stopped -> {}
            case Outcome.Abandoned abandoned -> {}
        }
        ObjectNode json = Json.object()
                .put("event", "message")
                .put("task_id", run.taskId())
                .put("id", run.messageId())
                .put("message_id", run.messageId());
        if (run.mode().converses()) {
            json.put("conversation_id", run.reportedConversationId());
        }
        json.put("mode", run.mode().wireName()).put("answer", run.answer().toString());
        json.set("metadata", MessageEnd.metadata(run));
        return json.put("created_at", run.startedAt().getEpochSecond());
    }

    /** A failed workflow is a success of HTTP. */
    private static ObjectNode workflow(Run run) {
        ObjectNode data =
                run.state().runs().find(run.workflowRunId()).orElseThrow().toJson();
        data.remove("inputs");
        ObjectNode json = Json.object().put("task_id", run.taskId()).put("workflow_run_id", run.workflowRunId());
        json.set("data", data);
        return json;
    }
}
