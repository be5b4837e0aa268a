package dev.rechat.chat.translate;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.dify.payload.FormAction;
import dev.rechat.dify.payload.HumanInputForm;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The forms of a run. Dify names the node, not the form, when one is closed. */
public final class Forms {

    private static final String OPEN = "open";

    private final Map<String, Open> open = new LinkedHashMap<>();
    private final Set<String> told;

    /** @param told the ids of forms that readers know already */
    Forms(Set<String> told) {
        this.told = told;
    }

    /**
     * A form that waits for a person.
     *
     * @param token what it is addressed by at Dify; null when it cannot be filled in through us
     */
    public record Open(TurnEvent.Form form, @Nullable String token) {}

    List<TurnEvent> opened(HumanInputForm required) {
        TurnEvent.Form form = new TurnEvent.Form(
                Text.of(required.formId()),
                required.nodeTitle(),
                required.formContent(),
                required.inputs(),
                required.actions().stream().map(Forms::action).toList(),
                required.resolvedDefaultValues(),
                required.expirationTime(),
                OPEN);
        open.put(Text.of(required.nodeId()), new Open(form, required.formToken()));
        return told.contains(form.formId()) ? List.of() : List.of(form);
    }

    private static JsonNode action(FormAction action) {
        return JsonNode.createObjectNode(Map.of(
                "id", JsonNode.createStringNode(Text.of(action.id())),
                "title", JsonNode.createStringNode(Text.of(action.title())),
                "button_style", JsonNode.createStringNode(Text.of(action.buttonStyle()))));
    }

    List<TurnEvent> closed(@Nullable String nodeId, String state) {
        Open closed = open.remove(Text.of(nodeId));
        return closed == null ? List.of() : List.of(closed.form().in(state));
    }

    List<Open> open() {
        return List.copyOf(open.values());
    }
}
