package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One field of an app's {@code user_input_form}.
 *
 * @param control {@code text-input}, {@code paragraph}, {@code select}, {@code number} or {@code checkbox}
 * @param maxLength in characters, 0 for no bound
 * @param options what a select offers
 */
public record InputField(
        String control, String variable, String label, boolean required, int maxLength, List<String> options) {

    public InputField {
        options = List.copyOf(options);
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
        return form;
    }
}
