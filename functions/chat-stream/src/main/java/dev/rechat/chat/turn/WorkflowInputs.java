package dev.rechat.chat.turn;

import dev.rechat.dify.DifyApp;
import dev.rechat.dify.DifyClient;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A workflow has inputs and no question. Where the person only typed a question, it becomes the value of the first text
 * control of the app's form.
 */
@Singleton
final class WorkflowInputs {

    private static final Set<String> TEXT_CONTROLS = Set.of("text-input", "paragraph");

    private final DifyClient dify;

    WorkflowInputs(DifyClient dify) {
        this.dify = dify;
    }

    JsonNode with(String message, JsonNode given, DifyApp app) {
        if (given.size() > 0) {
            return given;
        }
        return dify.parameters(app).userInputForm().stream()
                .filter(control -> control.control() != null && TEXT_CONTROLS.contains(control.control()))
                .flatMap(control -> Stream.ofNullable(control.variable()))
                .findFirst()
                .map(variable -> JsonNode.createObjectNode(Map.of(variable, JsonNode.createStringNode(message))))
                .orElse(given);
    }
}
