package dev.rechat.dify;

import dev.rechat.dify.payload.AgentLogEntry;
import dev.rechat.dify.payload.ContainerResult;
import dev.rechat.dify.payload.ContainerStart;
import dev.rechat.dify.payload.ContainerStep;
import dev.rechat.dify.payload.DifyFile;
import dev.rechat.dify.payload.DifyMetadata;
import dev.rechat.dify.payload.HumanInputAnswer;
import dev.rechat.dify.payload.HumanInputExpiry;
import dev.rechat.dify.payload.HumanInputForm;
import dev.rechat.dify.payload.NodeResult;
import dev.rechat.dify.payload.NodeStart;
import dev.rechat.dify.payload.ReasoningPart;
import dev.rechat.dify.payload.Thought;
import dev.rechat.dify.payload.WorkflowPause;
import dev.rechat.dify.payload.WorkflowRun;
import dev.rechat.dify.payload.WorkflowStart;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event of a stream. Every name Dify 1.9 to 1.16 uses has a case; {@link Unknown} carries the rest. */
public sealed interface DifyEvent {

    /** What this event belongs to. */
    Context context();

    /**
     * The ids around an event.
     *
     * @param conversationId in apps with conversations; on a first message it is the new conversation's
     * @param messageId in all apps but workflow
     * @param taskId what {@link DifyClient#stop} takes; missing on {@link Error}
     * @param workflowRunId in workflow and chatflow apps, once the run has started
     * @param createdAt of the message
     */
    record Context(
            @Nullable String conversationId,
            @Nullable String messageId,
            @Nullable String taskId,
            @Nullable String workflowRunId,
            @Nullable Instant createdAt) {
        /** Of an event that says nothing about where it belongs. */
        public static final Context NONE = new Context(null, null, null, null, null);
    }

    /**
     * The next piece of the answer, to be appended. Also what Dify calls {@code message_file} by mistake when it carries
     * text.
     *
     * @param fromVariableSelector in chatflow: node id and variable the text comes from; else empty
     */
    record Message(Context context, String answer, List<String> fromVariableSelector) implements DifyEvent {
        public Message {
            fromVariableSelector = List.copyOf(fromVariableSelector);
        }
    }

    /**
     * The whole answer once more, as apps of mode agent send it after its pieces have come as {@link AgentMessage}. Not
     * to be appended.
     */
    record MessageRepeated(Context context, String answer) implements DifyEvent {}

    /** The next piece of an agent's answer, to be appended. */
    record AgentMessage(Context context, String answer) implements DifyEvent {}

    /** A thought of an agent; a later one with the same id replaces it. */
    record AgentThought(Context context, Thought thought) implements DifyEvent {}

    /**
     * A file that belongs to the message.
     *
     * @param type such as {@code image}
     * @param belongsTo {@code assistant} or {@code user}
     */
    record MessageFile(
            Context context,
            @Nullable String id,
            @Nullable String type,
            @Nullable String belongsTo,
            @Nullable String url)
            implements DifyEvent {}

    /**
     * The whole answer anew in place of everything shown so far. Moderation has withdrawn that, except in the snapshot of
     * a run ({@link DifyRuns#events}), where this is the answer Dify has stored.
     *
     * @param reason {@code output_moderation} where moderation withdraws a chatflow's answer, else empty
     */
    record MessageReplace(Context context, String answer, String reason) implements DifyEvent {}

    /** The answer is complete. */
    record MessageEnd(Context context, DifyMetadata metadata, List<DifyFile> files) implements DifyEvent {
        public MessageEnd {
            files = List.copyOf(files);
        }
    }

    /**
     * A piece of the spoken answer.
     *
     * @param audio MP3 in base64
     */
    record TtsMessage(Context context, String audio) implements DifyEvent {}

    /** The spoken answer is complete. */
    record TtsMessageEnd(Context context) implements DifyEvent {}

    /**
     * The generation failed; always the last event. When a worker fails (Dify 1.13+) there is neither code nor task id
     * and the status is 500 whatever the reason.
     *
     * @param message Dify's or the model provider's words; they may quote what the user typed
     */
    record Error(
            Context context,
            @Nullable String code,
            @Nullable Integer status,
            @Nullable String message) implements DifyEvent {}

    /** A run began, or went on after a pause. */
    record WorkflowStarted(Context context, WorkflowStart start) implements DifyEvent {}

    /** A node began. Text may come before this event of the node it comes from. */
    record NodeStarted(Context context, NodeStart node) implements DifyEvent {}

    /** A node ended. */
    record NodeFinished(Context context, NodeResult node) implements DifyEvent {}

    /** A node failed and is run again. */
    record NodeRetry(Context context, NodeResult node) implements DifyEvent {}

    /** An iteration began. */
    record IterationStarted(Context context, ContainerStart iteration) implements DifyEvent {}

    /** The next round of an iteration began. */
    record IterationNext(Context context, ContainerStep step) implements DifyEvent {}

    /** An iteration ended. */
    record IterationCompleted(Context context, ContainerResult iteration) implements DifyEvent {}

    /** A loop began. */
    record LoopStarted(Context context, ContainerStart loop) implements DifyEvent {}

    /** The next round of a loop began. */
    record LoopNext(Context context, ContainerStep step) implements DifyEvent {}

    /** A loop ended. */
    record LoopCompleted(Context context, ContainerResult loop) implements DifyEvent {}

    /** The next piece of a workflow's text, to be appended. */
    record TextChunk(Context context, String text, List<String> fromVariableSelector) implements DifyEvent {
        public TextChunk {
            fromVariableSelector = List.copyOf(fromVariableSelector);
        }
    }

    /** A workflow's whole text anew; defined by Dify but not sent so far. */
    record TextReplace(Context context, String text) implements DifyEvent {}

    /** The next piece of a model's reasoning (Dify 1.16+). */
    record ReasoningChunk(Context context, ReasoningPart part) implements DifyEvent {}

    /** A step of an agent node; a later one with the same id replaces it. */
    record AgentLog(Context context, AgentLogEntry entry) implements DifyEvent {}

    /** A person has to fill in a form before the run goes on (Dify 1.13+). */
    record HumanInputRequired(Context context, HumanInputForm form) implements DifyEvent {}

    /** A form was filled in (Dify 1.13+). */
    record HumanInputFormFilled(Context context, HumanInputAnswer answer) implements DifyEvent {}

    /** A form was not filled in in time (Dify 1.13+). */
    record HumanInputFormTimeout(Context context, HumanInputExpiry expiry) implements DifyEvent {}

    /** The run waits, for a person mostly; the stream ends here (Dify 1.13+). */
    record WorkflowPaused(Context context, WorkflowPause pause) implements DifyEvent {}

    /** The run ended, well or not: see its status. */
    record WorkflowFinished(Context context, WorkflowRun run) implements DifyEvent {}

    /** Nothing but a sign of life, about every ten seconds. */
    record Ping() implements DifyEvent {
        @Override
        public Context context() {
            return Context.NONE;
        }
    }

    /** An event this library does not know, with all of its JSON. */
    record Unknown(Context context, String name, JsonNode json) implements DifyEvent {}
}
