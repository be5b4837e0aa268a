package dev.rechat.dify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the two events that bring an answer's words, which are nearly all of a stream, without a tree in between. It
 * takes fields as {@link Fields} does and leaves everything that is out of the ordinary to the tree.
 */
final class TokenReader {

    /** Buffers for all streams together: those of a thread of its own would stay with each turn as long as it runs. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .build();

    private static final int USUAL_DIGITS = 11;

    private final JsonParser parser;
    private @Nullable String event;
    private @Nullable String conversationId;
    private @Nullable String messageId;
    private @Nullable String taskId;
    private @Nullable String workflowRunId;
    private @Nullable String answer;
    private @Nullable Instant createdAt;
    private List<String> fromVariableSelector = List.of();

    private TokenReader(JsonParser parser) {
        this.parser = parser;
    }

    /** Null when it is another event, or none. */
    static @Nullable DifyEvent read(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            return new TokenReader(parser).event();
        } catch (IOException malformed) {
            return null; // whoever reads the tree finds the same, and says so
        }
    }

    private @Nullable DifyEvent event() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (!field(name, parser.nextToken())) {
                return null;
            }
        }
        if (event == null || parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
            return null;
        }
        var context = new DifyEvent.Context(conversationId, messageId, taskId, workflowRunId, createdAt);
        String words = answer == null ? "" : answer;
        return event.equals("message")
                ? new DifyEvent.Message(context, words, fromVariableSelector)
                : new DifyEvent.AgentMessage(context, words);
    }

    /** False when the event is not one of the two, or a value not of the usual kind. */
    private boolean field(String name, JsonToken value) throws IOException {
        boolean isNull = value == JsonToken.VALUE_NULL;
        switch (name) {
            case "event" -> {
                event = text(value);
                return "message".equals(event) || "agent_message".equals(event);
            }
            case "conversation_id" -> {
                conversationId = text(value);
                return isNull || conversationId != null;
            }
            case "message_id" -> {
                messageId = text(value);
                return isNull || messageId != null;
            }
            case "task_id" -> {
                taskId = text(value);
                return isNull || taskId != null;
            }
            case "workflow_run_id" -> {
                workflowRunId = text(value);
                return isNull || workflowRunId != null;
            }
            case "answer" -> {
                answer = text(value);
                return isNull || answer != null;
            }
            case "created_at" -> {
                createdAt = seconds(value);
                return isNull || createdAt != null;
            }
            case "from_variable_selector" -> {
                fromVariableSelector = texts(value);
                return isNull || value == JsonToken.START_ARRAY;
            }
            default -> {
                parser.skipChildren();
                return true;
            }
        }
    }

    private @Nullable String text(JsonToken value) throws IOException {
        return value == JsonToken.VALUE_STRING ? parser.getText() : null;
    }

    /** Null for what are no whole seconds of our age. */
    private @Nullable Instant seconds(JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_NUMBER_INT || parser.getTextLength() > USUAL_DIGITS) {
            return null;
        }
        return Instant.ofEpochSecond(parser.getLongValue());
    }

    private List<String> texts(JsonToken value) throws IOException {
        if (value != JsonToken.START_ARRAY) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(2);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                texts.add(parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return texts;
    }
}
