package dev.rechat.dify;

import dev.rechat.dify.payload.AgentLogEntry;
import dev.rechat.dify.payload.ContainerResult;
import dev.rechat.dify.payload.ContainerStart;
import dev.rechat.dify.payload.ContainerStep;
import dev.rechat.dify.payload.HumanInputAnswer;
import dev.rechat.dify.payload.HumanInputExpiry;
import dev.rechat.dify.payload.HumanInputForm;
import dev.rechat.dify.payload.MessageTail;
import dev.rechat.dify.payload.NodeResult;
import dev.rechat.dify.payload.NodeStart;
import dev.rechat.dify.payload.ReasoningPart;
import dev.rechat.dify.payload.Thought;
import dev.rechat.dify.payload.WorkflowPause;
import dev.rechat.dify.payload.WorkflowRun;
import dev.rechat.dify.payload.WorkflowStart;
import io.micronaut.json.tree.JsonNode;

/** Turns the JSON of one event into its record. Stateless. */
final class DifyEventReader {

    private final Json json;

    DifyEventReader(Json json) {
        this.json = json;
    }

    /** @throws DifyProtocolException when the text is no event */
    DifyEvent read(String text) {
        DifyEvent token = TokenReader.read(text);
        return token == null ? readTree(text) : token;
    }

    private DifyEvent readTree(String text) {
        JsonNode node = json.parse(text);
        String name = Fields.textOrEmpty(node, "event");
        if (name.isEmpty()) {
            throw new DifyProtocolException("an event without a name", null);
        }
        DifyEvent.Context context = Fields.context(node);
        return switch (name) {
            case "message" ->
                new DifyEvent.Message(
                        context, Fields.textOrEmpty(node, "answer"), Fields.texts(node, "from_variable_selector"));
            case "agent_message" -> new DifyEvent.AgentMessage(context, Fields.textOrEmpty(node, "answer"));
            case "text_chunk" -> textChunk(context, Fields.object(node, "data"));
            case "message_file" -> messageFile(context, node);
            case "message_replace" ->
                new DifyEvent.MessageReplace(
                        context, Fields.textOrEmpty(node, "answer"), Fields.textOrEmpty(node, "reason"));
            case "message_end" -> messageEnd(context, json.bind(node, MessageTail.class));
            case "agent_thought" -> new DifyEvent.AgentThought(context, json.bind(node, Thought.class));
            case "tts_message" -> new DifyEvent.TtsMessage(context, Fields.textOrEmpty(node, "audio"));
            case "tts_message_end" -> new DifyEvent.TtsMessageEnd(context);
            case "error" ->
                new DifyEvent.Error(
                        context,
                        Fields.text(node, "code"),
                        Fields.integer(node, "status"),
                        Fields.text(node, "message"));
            case "ping" -> new DifyEvent.Ping();
            default -> fromData(name, context, node);
        };
    }

    private DifyEvent fromData(String name, DifyEvent.Context context, JsonNode node) {
        return switch (name) {
            case "workflow_started" -> new DifyEvent.WorkflowStarted(context, data(node, WorkflowStart.class));
            case "workflow_finished" -> new DifyEvent.WorkflowFinished(context, data(node, WorkflowRun.class));
            case "workflow_paused" -> new DifyEvent.WorkflowPaused(context, data(node, WorkflowPause.class));
            case "node_started" -> new DifyEvent.NodeStarted(context, data(node, NodeStart.class));
            case "node_finished" -> new DifyEvent.NodeFinished(context, data(node, NodeResult.class));
            case "node_retry" -> new DifyEvent.NodeRetry(context, data(node, NodeResult.class));
            case "iteration_started" -> new DifyEvent.IterationStarted(context, data(node, ContainerStart.class));
            case "iteration_next" -> new DifyEvent.IterationNext(context, data(node, ContainerStep.class));
            case "iteration_completed" -> new DifyEvent.IterationCompleted(context, data(node, ContainerResult.class));
            case "loop_started" -> new DifyEvent.LoopStarted(context, data(node, ContainerStart.class));
            case "loop_next" -> new DifyEvent.LoopNext(context, data(node, ContainerStep.class));
            case "loop_completed" -> new DifyEvent.LoopCompleted(context, data(node, ContainerResult.class));
            case "text_replace" ->
                new DifyEvent.TextReplace(context, Fields.textOrEmpty(Fields.object(node, "data"), "text"));
            case "reasoning_chunk" -> new DifyEvent.ReasoningChunk(context, data(node, ReasoningPart.class));
            case "agent_log" -> new DifyEvent.AgentLog(context, data(node, AgentLogEntry.class));
            case "human_input_required" -> new DifyEvent.HumanInputRequired(context, data(node, HumanInputForm.class));
            case "human_input_form_filled" ->
                new DifyEvent.HumanInputFormFilled(context, data(node, HumanInputAnswer.class));
            case "human_input_form_timeout" ->
                new DifyEvent.HumanInputFormTimeout(context, data(node, HumanInputExpiry.class));
            default -> new DifyEvent.Unknown(context, name, node);
        };
    }

    private <T> T data(JsonNode node, Class<T> type) {
        return json.bind(Fields.object(node, "data"), type);
    }

    private static DifyEvent textChunk(DifyEvent.Context context, JsonNode data) {
        return new DifyEvent.TextChunk(
                context, Fields.textOrEmpty(data, "text"), Fields.texts(data, "from_variable_selector"));
    }

    // Once a message has an assistant file, Dify names the chunks of its text message_file too.
    private static DifyEvent messageFile(DifyEvent.Context context, JsonNode node) {
        if (Fields.text(node, "answer") != null && Fields.text(node, "url") == null) {
            return new DifyEvent.Message(
                    context, Fields.textOrEmpty(node, "answer"), Fields.texts(node, "from_variable_selector"));
        }
        return new DifyEvent.MessageFile(
                context,
                Fields.text(node, "id"),
                Fields.text(node, "type"),
                Fields.text(node, "belongs_to"),
                Fields.text(node, "url"));
    }

    private static DifyEvent messageEnd(DifyEvent.Context context, MessageTail tail) {
        return new DifyEvent.MessageEnd(context, tail.metadata(), tail.files());
    }
}
