package dev.rechat.chat.translate;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The answer of a workflow that streamed no text: its outputs. One text is shown as it is, anything else as JSON. */
final class WorkflowText {

    private WorkflowText() {}

    /** The whole text of a run that has ended: a chatflow's answer, a workflow's only text; empty when there is none. */
    static String whole(@Nullable JsonNode outputs) {
        if (outputs == null || !outputs.isObject()) {
            return "";
        }
        JsonNode answer = outputs.get("answer");
        List<JsonNode> texts = answer != null && answer.isString() ? List.of(answer) : texts(outputs);
        return texts.size() == 1 ? texts.getFirst().getStringValue() : "";
    }

    private static List<JsonNode> texts(JsonNode outputs) {
        return StreamSupport.stream(outputs.entries().spliterator(), false)
                .map(Map.Entry::getValue)
                .filter(JsonNode::isString)
                .toList();
    }

    static String of(@Nullable JsonNode outputs, JsonMapper json) {
        if (outputs == null || !outputs.isObject() || outputs.size() == 0) {
            return "";
        }
        List<JsonNode> texts = texts(outputs);
        if (outputs.size() == 1 && texts.size() == 1) {
            return texts.getFirst().getStringValue();
        }
        try {
            return "```json\n" + json.writeValueAsString(outputs) + "\n```";
        } catch (IOException impossible) {
            throw new UncheckedIOException("a JSON tree that cannot be written", impossible);
        }
    }
}
