package dev.rechat.chat.turn;

import dev.rechat.dify.payload.InputControl;
import dev.rechat.persistence.app.App;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Instructions that an app takes in a field of its input form. */
record SystemInput(String variable, String text) {

    private static final Set<String> TEXT_CONTROLS = Set.of("text-input", "paragraph");

    /**
     * @param system null for none
     * @return empty also where the form has no such text any more: the instructions go before the question then
     */
    static Optional<SystemInput> of(App app, List<InputControl> form, @Nullable String system) {
        String variable = app.systemVariable();
        return variable == null || system == null || form.stream().noneMatch(control -> isText(control, variable))
                ? Optional.empty()
                : Optional.of(new SystemInput(variable, system));
    }

    static boolean isText(InputControl control) {
        return control.control() != null && TEXT_CONTROLS.contains(control.control());
    }

    private static boolean isText(InputControl control, String variable) {
        return isText(control) && variable.equals(control.variable());
    }

    /** What is no object stays as wrong as it is. */
    JsonNode in(JsonNode inputs) {
        return inputs.isObject() ? Prepared.with(inputs, variable, text) : inputs;
    }
}
