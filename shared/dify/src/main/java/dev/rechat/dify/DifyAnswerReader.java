package dev.rechat.dify;

import dev.rechat.dify.payload.MessageTail;
import dev.rechat.dify.payload.WorkflowPause;
import dev.rechat.dify.payload.WorkflowRun;
import io.micronaut.json.tree.JsonNode;

/** Turns the body of a blocking answer into its record. */
final class DifyAnswerReader {

    private final Json json;

    DifyAnswerReader(Json json) {
        this.json = json;
    }

    DifyAnswer read(DifyRequest request, byte[] body) {
        JsonNode node = json.parse(body);
        DifyEvent.Context context = Fields.context(node);
        if (request instanceof DifyRequest.Workflow) {
            return new DifyAnswer.Run(context, json.bind(Fields.object(node, "data"), WorkflowRun.class));
        }
        if (Fields.textOrEmpty(node, "event").equals("workflow_paused")) {
            WorkflowPause pause = json.bind(Fields.object(node, "data"), WorkflowPause.class);
            return new DifyAnswer.Paused(context, Fields.textOrEmpty(node, "answer"), pause);
        }
        return new DifyAnswer.Text(
                context,
                DifyMode.of(Fields.textOrEmpty(node, "mode")),
                Fields.textOrEmpty(node, "answer"),
                json.bind(node, MessageTail.class).metadata());
    }
}
