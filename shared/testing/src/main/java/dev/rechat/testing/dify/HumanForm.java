package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/**
 * A form a graph asks a person to fill in, as its author made it. Start from a factory method and refine.
 *
 * @param content Markdown; {@code {{#$output.NAME#}}} is the place of a field
 * @param timeout after which the run goes on without an answer
 * @param reachable whether the form has a token and so can be filled in through the API
 */
public record HumanForm(
        String title,
        String content,
        List<FormField> fields,
        List<FormAction> actions,
        Duration timeout,
        boolean reachable) {

    private static final Duration USUAL_TIMEOUT = Duration.ofDays(3);

    public HumanForm {
        fields = List.copyOf(fields);
        actions = List.copyOf(actions);
    }

    /** A form without fields and with a single button, {@code ok}. */
    public static HumanForm of(String title, String content) {
        return new HumanForm(
                title, content, List.of(), List.of(new FormAction("ok", "OK", "primary")), USUAL_TIMEOUT, true);
    }

    /** Yes or no, the actions {@code approve} and {@code reject}, and a remark in the field {@code remark}. */
    public static HumanForm approval() {
        return of("Approval", "Shall this be sent?\n\n{{#$output.remark#}}")
                .with(FormField.paragraph("remark", "No remarks."))
                .answeredBy(
                        new FormAction("approve", "Approve", "primary"), new FormAction("reject", "Reject", "default"));
    }

    public HumanForm with(FormField... newFields) {
        return new HumanForm(title, content, List.of(newFields), actions, timeout, reachable);
    }

    public HumanForm answeredBy(FormAction... newActions) {
        return new HumanForm(title, content, fields, List.of(newActions), timeout, reachable);
    }

    /** Three days by default. */
    public HumanForm within(Duration newTimeout) {
        return new HumanForm(title, content, fields, actions, newTimeout, reachable);
    }

    /** Delivered by mail alone: the form has no token. */
    public HumanForm unreachable() {
        return new HumanForm(title, content, fields, actions, timeout, false);
    }

    ArrayNode inputsJson() {
        ArrayNode json = Json.array();
        fields.forEach(field -> json.add(field.toJson()));
        return json;
    }

    ArrayNode actionsJson() {
        ArrayNode json = Json.array();
        actions.forEach(action -> json.add(action.toJson()));
        return json;
    }

    ObjectNode defaultsJson() {
        ObjectNode json = Json.object();
        fields.stream()
                .filter(field -> !field.preset().isEmpty())
                .forEach(field -> json.put(field.name(), field.preset()));
        return json;
    }

    /** The content with the answers in their places. */
    String rendered(FormAnswer answer) {
        String text = content;
        for (FormField field : fields) {
            text = text.replace("{{#$output." + field.name() + "#}}", answer.text(field.name()));
        }
        return text;
    }

    String titleOf(String actionId) {
        return actions.stream()
                .filter(action -> action.id().equals(actionId))
                .map(FormAction::title)
                .findFirst()
                .orElse("");
    }

    /** @throws DifyError if the answer does not fit */
    void check(FormAnswer answer) {
        if (actions.stream().noneMatch(action -> action.id().equals(answer.action()))) {
            throw invalid("Invalid action: " + answer.action());
        }
        for (FormField field : fields) {
            if (!answer.inputs().has(field.name())) {
                throw invalid("Missing required inputs: " + field.name());
            }
            if (!field.accepts(answer.inputs().path(field.name()))) {
                throw invalid("Invalid value of input: " + field.name());
            }
        }
    }

    private static DifyError invalid(String message) {
        return new DifyError(400, "invalid_form_data", message);
    }
}
