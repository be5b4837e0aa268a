package dev.rechat.chat.form;

import dev.rechat.dify.payload.InputControl;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inputs of a run's form as controls of an app's form, so that both are checked by the same rules. */
public final class FormControls {

    private FormControls() {}

    /** @param inputs as Dify describes them (§4.4 of its API: paragraph, select, file, file-list) */
    public static List<InputControl> of(List<JsonNode> inputs) {
        return inputs.stream().map(FormControls::control).toList();
    }

    /** Paragraphs may stay empty, but Dify wants every value to be named. */
    public static JsonNode withEmptyParagraphs(JsonNode values, List<JsonNode> inputs) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        for (JsonNode input : inputs) {
            String variable = text(input.get("output_variable_name"));
            if (variable != null && isParagraph(input)) {
                all.put(variable, JsonNode.createStringNode(""));
            }
        }
        values.entries().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return JsonNode.createObjectNode(all);
    }

    private static boolean isParagraph(JsonNode input) {
        return "paragraph".equals(text(input.get("type")));
    }

    private static InputControl control(JsonNode input) {
        String variable = text(input.get("output_variable_name"));
        JsonNode limit = input.get("number_limits");
        JsonNode source = input.get("option_source");
        return new InputControl(
                text(input.get("type")),
                variable,
                variable,
                !isParagraph(input),
                null,
                limit != null && limit.isNumber() ? limit.getIntValue() : null,
                source == null || !source.isObject() ? List.of() : texts(source.get("value")),
                null,
                null,
                null,
                texts(input.get("allowed_file_types")),
                texts(input.get("allowed_file_extensions")),
                texts(input.get("allowed_file_upload_methods")),
                null);
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node != null && node.isString() ? node.getStringValue() : null;
    }

    private static List<String> texts(@Nullable JsonNode array) {
        List<String> texts = new ArrayList<>();
        if (array != null && array.isArray()) {
            array.values().forEach(value -> {
                if (value.isString()) {
                    texts.add(value.getStringValue());
                }
            });
        }
        return texts;
    }
}
