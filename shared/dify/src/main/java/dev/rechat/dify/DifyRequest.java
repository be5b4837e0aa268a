package dev.rechat.dify;

import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A generation to be run by an app. Which kind is right depends on the app's mode; Dify refuses the others.
 *
 * <p>A request is not idempotent: sent twice it is carried out twice.
 */
public sealed interface DifyRequest {

    /** The values of the app's input form, a JSON object. */
    JsonNode inputs();

    /** Whom Dify keeps conversations, files and runs for; Dify believes whatever is said here. Never blank. */
    String user();

    /** Files for the app, used only when it accepts any. */
    List<DifyInputFile> files();

    /**
     * A message to an app of mode chat, agent-chat, advanced-chat or agent.
     *
     * @param query what the user typed; NUL characters are removed, as Dify would
     * @param conversationId null for a new conversation
     * @param autoGenerateName whether Dify shall name a new conversation with a model of its own
     */
    record Chat(
            String query,
            JsonNode inputs,
            String user,
            @Nullable String conversationId,
            List<DifyInputFile> files,
            boolean autoGenerateName)
            implements DifyRequest {
        public Chat {
            query = withoutNul(query);
            requireValid(inputs, user);
            files = List.copyOf(files);
        }

        /** A message that opens a conversation, without inputs or files, left unnamed. */
        public Chat(String query, String user) {
            this(query, noInputs(), user, null, List.of(), false);
        }
    }

    /**
     * A text to be made by an app of mode completion.
     *
     * @param query may be empty; NUL characters are removed, as Dify would
     */
    record Completion(JsonNode inputs, String user, List<DifyInputFile> files, String query) implements DifyRequest {
        public Completion {
            query = withoutNul(query);
            requireValid(inputs, user);
            files = List.copyOf(files);
        }
    }

    /** A run of an app of mode workflow. */
    record Workflow(JsonNode inputs, String user, List<DifyInputFile> files) implements DifyRequest {
        public Workflow {
            requireValid(inputs, user);
            files = List.copyOf(files);
        }
    }

    /** An empty object of inputs. */
    static JsonNode noInputs() {
        return JsonNode.createObjectNode(Map.of());
    }

    private static String withoutNul(String text) {
        return text.replace("\0", "");
    }

    private static void requireValid(JsonNode inputs, String user) {
        if (!inputs.isObject()) {
            throw new IllegalArgumentException("inputs must be a JSON object");
        }
        if (user.isBlank()) {
            throw new IllegalArgumentException("user must not be blank");
        }
    }
}
