package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The one JSON that stands for a whole stream. */
final class BlockingAnswer {

    private BlockingAnswer() {}

    /** @throws DifyError if the run failed and the app reports that by status */
    static ObjectNode of(Run run, Outcome outcome) {
        if (run.mode() == AppMode.WORKFLOW) {
            return workflow(run, outcome);
        }
        switch (outcome) {
            case Outcome.Paused paused -> {
                return paused(run, paused.form());
            }
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

    /** Much is said twice, inside of {@code data} and outside. */
    private static ObjectNode paused(Run run, OpenForm form) {
        ObjectNode message = Json.object()
                .put("id", run.messageId())
                .put("message_id", run.messageId())
                .put("conversation_id", run.reportedConversationId())
                .put("mode", run.mode().wireName())
                .put("answer", run.answer().toString());
        message.set("metadata", MessageEnd.metadata(run));
        message.put("created_at", run.startedAt().getEpochSecond()).put("workflow_run_id", run.workflowRunId());
        ObjectNode data = message.deepCopy();
        addPause(data, form).put("status", "paused").put("elapsed_time", run.elapsedSeconds());
        WorkflowRun stored = stored(run);
        data.put("total_tokens", stored.totalTokens()).put("total_steps", stored.totalSteps());
        ObjectNode json = Json.object().put("event", "workflow_paused").put("task_id", run.taskId());
        return json.<ObjectNode>setAll(message).set("data", data);
    }

    private static ObjectNode addPause(ObjectNode data, OpenForm form) {
        data.putArray("paused_nodes").add(form.node().id());
        data.putArray("reasons").add(form.reason());
        return data;
    }

    private static WorkflowRun stored(Run run) {
        return run.state().runs().find(run.workflowRunId()).orElseThrow();
    }

    /** A failed workflow is a success of HTTP. */
    private static ObjectNode workflow(Run run, Outcome outcome) {
        ObjectNode data = stored(run).toJson();
        data.remove("inputs");
        if (outcome instanceof Outcome.Paused paused) {
            addPause(data, paused.form());
        }
        ObjectNode json = Json.object().put("task_id", run.taskId()).put("workflow_run_id", run.workflowRunId());
        json.set("data", data);
        return json;
    }
}
