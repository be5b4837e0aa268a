package dev.rechat.chat.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.chat.file.TurnFile;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.TurnId;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that happened in a turn. {@link Turn} is always the first; {@link Done} or {@link Failed} the last. */
public sealed interface TurnEvent {

    /** The ids of everything the turn writes to. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Turn(
            TurnId turnId,
            ConversationId conversationId,
            MessageId userMessageId,
            MessageId assistantMessageId,
            AppId appId,
            Instant createdAt)
            implements TurnEvent {}

    /** Text to append to the answer. */
    @Serdeable
    record Delta(String text) implements TurnEvent {}

    /** The answer shown so far is to be dropped for this text. */
    @Serdeable
    record Replace(String text, String reason) implements TurnEvent {}

    /** What an agent thinks; comes again with the same id as it grows. */
    @Serdeable
    record Thought(String id, int position, String text) implements TurnEvent {}

    /** A tool an agent calls; comes again with the same id and its output. */
    @Serdeable
    record Tool(String id, int position, String name, String input, String output, String status)
            implements TurnEvent {}

    /** A workflow node; comes again with the same id when its state changes. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Node(
            String id,
            String nodeId,
            String type,
            String title,
            String status,
            int index,
            @Nullable String parentId,
            @Nullable Long elapsedMs,
            @Nullable String error,
            @Nullable JsonNode inputs,
            @Nullable JsonNode outputs)
            implements TurnEvent {

        /** How it went, without what went in and came out; a failure's words quote that, too. */
        public Node withoutData() {
            return new Node(id, nodeId, type, title, status, index, parentId, elapsedMs, null, null, null);
        }
    }

    /**
     * A file the app produced.
     *
     * @param size in bytes, when Dify told it
     * @param url path below our own address; needs the owner's token
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record File(
            String id, String name, String type, @Nullable Long size, String mediaType, String url)
            implements TurnEvent {

        public static File of(TurnFile file) {
            return new File(file.id().toString(), file.name(), file.type(), file.size(), file.mediaType(), file.url());
        }
    }

    /** A piece of knowledge the answer rests on. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Citation(
            int position,
            @Nullable String document,
            @Nullable String dataset,
            @Nullable Double score,
            @Nullable String content)
            implements TurnEvent {}

    /**
     * A workflow waits for a person.
     *
     * @param content Markdown with places for the inputs
     * @param defaults values to begin with, by the names of the inputs
     * @param state {@code open}, {@code submitted} or {@code expired}
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Form(
            String formId,
            @Nullable String title,
            @Nullable String content,
            List<JsonNode> inputs,
            List<JsonNode> actions,
            @Nullable JsonNode defaults,
            @Nullable Instant expiresAt,
            String state)
            implements TurnEvent {

        public Form in(String newState) {
            return new Form(formId, title, content, inputs, actions, defaults, expiresAt, newState);
        }
    }

    /** The title the conversation has from now on. */
    @Serdeable
    record Title(String title) implements TurnEvent {}

    /**
     * What the answer cost; what Dify did not tell is left out, never invented.
     *
     * @param totalPrice decimal text in {@code currency}
     * @param latencyMs from asking Dify to the end
     * @param firstTokenMs from asking Dify to the first text
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Usage(
            @Nullable Long promptTokens,
            @Nullable Long completionTokens,
            @Nullable Long totalTokens,
            @Nullable String totalPrice,
            @Nullable String currency,
            long latencyMs,
            @Nullable Long firstTokenMs)
            implements TurnEvent {}

    /** Something the person should know, which is no failure. */
    @Serdeable
    record Notice(String code, String message) implements TurnEvent {}

    /** The orderly end. @param status of the turn, lower case */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Done(String status, String finishReason) implements TurnEvent {}

    /** The end of a turn that failed ({@code error} on the wire); what was received is kept. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failed(
            String code,
            String message,
            boolean retryable,
            @Nullable String difyCode,
            String requestId) implements TurnEvent {}
}
