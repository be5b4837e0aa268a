package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a graph starts from: the caller's inputs and the system's variables. */
final class GraphInputs {

    private GraphInputs() {}

    static ObjectNode of(Run run) {
        ObjectNode inputs = run.request().inputs().deepCopy();
        if (run.mode() == AppMode.ADVANCED_CHAT) {
            inputs.put("sys.query", run.request().query())
                    .put("sys.conversation_id", run.conversationId())
                    .put(
                            "sys.dialogue_count",
                            run.state().messagesOf(run.conversationId()).size());
        }
        inputs.putArray("sys.files");
        return inputs.put("sys.user_id", run.request().user())
                .put("sys.app_id", run.request().app().id().toString())
                .put("sys.workflow_id", run.state().workflowId().toString())
                .put("sys.workflow_run_id", run.workflowRunId())
                .put("sys.timestamp", run.startedAt().getEpochSecond());
    }
}
