package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One field of an app's {@code user_input_form}.
 *
 * @param control {@code text-input}, {@code paragraph}, {@code select}, {@code number}, {@code checkbox}, {@code file},
 *     {@code file-list} or {@code json_object}
 * @param maxLength in characters, or files of a list; 0 for no bound
 * @param options what a select offers
 * @param kinds of files that may be given
 * @param more what else is told of the field
 */
public record InputField(
        String control,
        String variable,
        String label,
        boolean required,
        int maxLength,
        List<String> options,
        List<String> kinds,
        Map<String, Object> more) {

    public InputField {
        options = List.copyOf(options);
        kinds = List.copyOf(kinds);
        more = Map.copyOf(more);
    }

    private InputField(
            String control, String variable, String label, boolean required, int maxLength, List<String> options) {
        this(control, variable, label, required, maxLength, options, List.of(), Map.of());
    }

    public static InputField text(String variable, String label, boolean required, int maxLength) {
        return new InputField("text-input", variable, label, required, maxLength, List.of());
    }

    public static InputField paragraph(String variable, String label, boolean required) {
        return new InputField("paragraph", variable, label, required, 0, List.of());
    }

    public static InputField select(String variable, String label, boolean required, String... options) {
        return new InputField("select", variable, label, required, 0, List.of(options));
    }

    public static InputField number(String variable, String label, boolean required) {
        return new InputField("number", variable, label, required, 0, List.of());
    }

    public static InputField checkbox(String variable, String label) {
        return new InputField("checkbox", variable, label, false, 0, List.of());
    }

    /** @param kinds such as {@code image} */
    public static InputField file(String variable, String label, boolean required, String... kinds) {
        return new InputField("file", variable, label, required, 0, List.of(), List.of(kinds), Map.of());
    }

    public static InputField files(String variable, String label, boolean required, int most, String... kinds) {
        return new InputField("file-list", variable, label, required, most, List.of(), List.of(kinds), Map.of());
    }

    public static InputField json(String variable, String label, boolean required) {
        return new InputField("json_object", variable, label, required, 0, List.of());
    }

    /** @param value text or a truth value */
    public InputField preset(Object value) {
        return telling("default", value);
    }

    public InputField placeholder(String text) {
        return telling("placeholder", text);
    }

    public InputField hint(String text) {
        return telling("description", text);
    }

    /** People do not see it; it goes along with its default. */
    public InputField hidden() {
        return telling("hide", true);
    }

    private InputField telling(String key, Object value) {
        Map<String, Object> told = new LinkedHashMap<>(more);
        told.put(key, value);
        return new InputField(control, variable, label, required, maxLength, options, kinds, told);
    }

    ObjectNode toJson() {
        ObjectNode form = Json.object();
        ObjectNode field = form.putObject(control);
        field.put("label", label)
                .put("variable", variable)
                .put("required", required)
                .put("default", "");
        if (maxLength > 0) {
            field.put("max_length", maxLength);
        }
        if (!options.isEmpty()) {
            options.forEach(field.putArray("options")::add);
        }
        if (!kinds.isEmpty()) {
            ArrayNode types = field.putArray("allowed_file_types");
            kinds.forEach(types::add);
            field.putArray("allowed_file_extensions");
            field.putArray("allowed_file_upload_methods").add("local_file").add("remote_url");
        }
        more.forEach(field::putPOJO);
        return form;
    }
}
