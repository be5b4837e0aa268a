package dev.rechat.dify;

import dev.rechat.dify.payload.FileUpload;
import dev.rechat.dify.payload.InputControl;
import dev.rechat.dify.payload.SystemParameters;
import dev.rechat.dify.payload.Toggle;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the bodies of {@code /info} and {@code /parameters} into their records. */
final class DifyAppReader {

    private final Json json;

    DifyAppReader(Json json) {
        this.json = json;
    }

    DifyAppDescription description(byte[] body) {
        JsonNode node = json.parse(body);
        return new DifyAppDescription(
                Fields.textOrEmpty(node, "name"),
                Fields.textOrEmpty(node, "description"),
                Fields.texts(node, "tags"),
                DifyMode.of(Fields.textOrEmpty(node, "mode")),
                Fields.textOrEmpty(node, "author_name"));
    }

    DifyParameters parameters(byte[] body) {
        JsonNode node = json.parse(body);
        return new DifyParameters(
                Fields.text(node, "opening_statement"),
                Fields.texts(node, "suggested_questions"),
                toggle(node, "suggested_questions_after_answer"),
                toggle(node, "speech_to_text"),
                toggle(node, "text_to_speech"),
                toggle(node, "retriever_resource"),
                toggle(node, "annotation_reply"),
                toggle(node, "more_like_this"),
                toggle(node, "sensitive_word_avoidance"),
                form(node.get("user_input_form")),
                json.bind(Fields.object(node, "file_upload"), FileUpload.class),
                json.bind(Fields.object(node, "system_parameters"), SystemParameters.class));
    }

    private Toggle toggle(JsonNode node, String name) {
        return json.bind(Fields.object(node, name), Toggle.class);
    }

    // Each field comes as an object with one key, the kind of control, around the field itself.
    private List<InputControl> form(@Nullable JsonNode form) {
        List<InputControl> controls = new ArrayList<>();
        if (form != null && form.isArray()) {
            for (JsonNode wrapped : form.values()) {
                if (wrapped.isObject()) {
                    for (Map.Entry<String, JsonNode> entry : wrapped.entries()) {
                        controls.add(
                                json.bind(entry.getValue(), InputControl.class).as(entry.getKey()));
                    }
                }
            }
        }
        return controls;
    }
}
