package dev.rechat.local.doctor.dify;

import dev.rechat.dify.DifyMode;
import dev.rechat.dify.DifyRequest;
import dev.rechat.dify.payload.InputControl;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question in the form that an app wants, with its input form filled in as well as a machine can. */
final class Question {

    /** Whom Dify keeps what the doctor asks for. */
    static final String USER = "rechat-doctor";

    private Question() {}

    /** Empty when the app wants files. */
    static Optional<DifyRequest> of(AnsweringApp app, String text) {
        Map<String, JsonNode> inputs = new LinkedHashMap<>();
        for (InputControl control : app.parameters().userInputForm()) {
            String variable = control.variable();
            JsonNode value = value(control, text);
            if (variable != null && value != null) {
                inputs.put(variable, value);
            } else if (Boolean.TRUE.equals(control.required())) {
                return Optional.empty();
            }
        }
        return Optional.of(request(app.mode(), JsonNode.createObjectNode(inputs), text));
    }

    private static DifyRequest request(DifyMode mode, JsonNode inputs, String text) {
        return switch (mode) {
            case CHAT, AGENT_CHAT, ADVANCED_CHAT, AGENT ->
                new DifyRequest.Chat(text, inputs, USER, null, List.of(), false);
            case COMPLETION -> new DifyRequest.Completion(inputs, USER, List.of(), text);
            case WORKFLOW -> new DifyRequest.Workflow(inputs, USER, List.of());
            case UNKNOWN -> throw new IllegalArgumentException("an app of unknown mode cannot be asked");
        };
    }

    /** Null for what a machine cannot make up. */
    private static @Nullable JsonNode value(InputControl control, String text) {
        String kind = control.control() == null ? "" : control.control();
        return switch (kind) {
            case "text-input", "paragraph" -> JsonNode.createStringNode(cut(text, control.maxLength()));
            case "select" ->
                control.options().isEmpty()
                        ? null
                        : JsonNode.createStringNode(control.options().getFirst());
            case "number" -> JsonNode.createNumberNode(1);
            case "checkbox" -> JsonNode.createBooleanNode(true);
            case "json_object" -> JsonNode.createObjectNode(Map.of());
            default -> null;
        };
    }

    private static String cut(String text, @Nullable Integer limit) {
        return limit == null || limit < 1 || text.length() <= limit ? text : text.substring(0, limit);
    }
}
