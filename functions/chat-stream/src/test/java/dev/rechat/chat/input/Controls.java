package dev.rechat.chat.input;

import dev.rechat.dify.payload.InputControl;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields of forms with nothing in them but what a test is about. */
final class Controls {

    private Controls() {}

    static InputControl optional(String kind, @Nullable Integer maxLength, String... options) {
        return control(kind, false, null, maxLength, List.of(options), List.of());
    }

    static InputControl required(String kind) {
        return control(kind, true, null, null, List.of(), List.of());
    }

    static InputControl defaulting(String kind, String value) {
        return control(kind, true, JsonNode.createStringNode(value), null, List.of(), List.of());
    }

    static InputControl files(String kind, @Nullable Integer maxLength, String... types) {
        return control(kind, false, null, maxLength, List.of(), List.of(types));
    }

    private static InputControl control(
            String kind,
            boolean required,
            @Nullable JsonNode defaultValue,
            @Nullable Integer maxLength,
            List<String> options,
            List<String> fileTypes) {
        return new InputControl(
                kind,
                "Label",
                "v",
                required,
                defaultValue,
                maxLength,
                options,
                null,
                null,
                null,
                fileTypes,
                List.of(),
                List.of(),
                null);
    }
}
