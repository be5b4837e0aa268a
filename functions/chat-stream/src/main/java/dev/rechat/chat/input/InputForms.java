package dev.rechat.chat.input;

import dev.rechat.chat.file.FileLookup;
import dev.rechat.dify.payload.InputControl;
import dev.rechat.kernel.error.FieldError;
import dev.rechat.kernel.error.ValidationException;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the values of an app's input form, so that people are told of every problem at once and in our words. */
public final class InputForms {

    private InputForms() {}

    /**
     * The inputs as Dify takes them: files as its own mappings, numbers and switches in their types, what the form does
     * not declare left out. A required field that was not sent gets the author's default where there is one.
     *
     * @param form from the app's parameters
     * @param given an object by variable, in which files are named by our ids; null is an empty one
     * @param files of the person for this app, from {@code MessageFiles.lookup}
     * @throws ValidationException with every problem, each of the field {@code inputs.VARIABLE}
     */
    public static JsonNode check(List<InputControl> form, @Nullable JsonNode given, FileLookup files) {
        JsonNode values = given == null || given.isNull() ? JsonNode.createObjectNode(Map.of()) : given;
        if (!values.isObject()) {
            throw new ValidationException("inputs", "invalid", "must be an object");
        }
        List<FieldError> problems = new ArrayList<>();
        Map<String, JsonNode> checked = new LinkedHashMap<>();
        for (InputControl control : form) {
            String variable = control.variable();
            if (variable != null) {
                Field field = new Field("inputs." + variable, control, files, problems);
                check(field, values.get(variable)).ifPresent(value -> checked.put(variable, value));
            }
        }
        if (!problems.isEmpty()) {
            throw new ValidationException(problems);
        }
        return JsonNode.createObjectNode(checked);
    }

    private static Optional<JsonNode> check(Field field, @Nullable JsonNode given) {
        JsonNode value = given == null && field.required() ? field.control().defaultValue() : given;
        if (value == null || isMissing(value)) {
            if (field.required()) {
                field.problem("required", "must be given");
            }
            return Optional.empty();
        }
        String kind = field.control().control();
        return switch (kind == null ? "" : kind) {
            case "text-input", "paragraph" -> TextValues.text(field, value);
            case "select" -> TextValues.option(field, value);
            case "number" -> PlainValues.number(field, value);
            case "checkbox" -> PlainValues.checkbox(field, value);
            case "json_object" -> PlainValues.object(field, value);
            case "file", "file-list" -> FileValues.files(field, value);
            // What Dify may add one day is Dify's to check.
            default -> Optional.of(value);
        };
    }

    /** Blank texts count as nothing, as they do for Dify. */
    private static boolean isMissing(JsonNode value) {
        return value.isNull()
                || (value.isString() && value.getStringValue().isBlank())
                || (value.isArray() && value.size() == 0);
    }
}
