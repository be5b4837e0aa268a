package dev.rechat.chat.form;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.chat.json.StoredJson;
import dev.rechat.chat.translate.Forms;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.persistence.turn.FormState;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnForm;
import dev.rechat.persistence.turn.TurnFormRepository;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms of paused turns, as they are kept. */
@Singleton
public final class TurnForms {

    private final TurnFormRepository forms;
    private final StoredJson json;

    TurnForms(TurnFormRepository forms, StoredJson json) {
        this.forms = forms;
        this.json = json;
    }

    /** Keeps what a run waits for. To be called in the transaction that ends its turn. */
    public void store(Turn turn, List<Forms.Open> open, Instant now) {
        for (Forms.Open each : open) {
            forms.save(new TurnForm(
                    turn.id(),
                    each.form().formId(),
                    turn.userId(),
                    each.token(),
                    json.write(each.form()),
                    FormState.OPEN,
                    each.form().expiresAt(),
                    now));
        }
    }

    /** @throws NotFoundException when the turn has no such form */
    public TurnForm require(Turn turn, String formId) {
        return forms.findOwned(turn.id(), formId, turn.userId()).orElseThrow(() -> new NotFoundException("form"));
    }

    /** Takes an open form for being filled in. @return whether this call has it */
    public boolean close(TurnForm form) {
        return change(form, FormState.OPEN, FormState.SUBMITTED);
    }

    /** Gives back a form that Dify did not take. */
    public void reopen(TurnForm form) {
        change(form, FormState.SUBMITTED, FormState.OPEN);
    }

    public void expire(TurnForm form) {
        change(form, FormState.SUBMITTED, FormState.EXPIRED);
    }

    private boolean change(TurnForm form, FormState from, FormState to) {
        return forms.change(form.turnId(), form.formId(), form.userId(), from, to) == 1;
    }

    /** The event that told of it. */
    public TurnEvent.Form definition(TurnForm form) {
        JsonNode told = json.read(form.definition());
        return new TurnEvent.Form(
                form.formId(),
                text(told.get("title")),
                text(told.get("content")),
                list(told.get("inputs")),
                list(told.get("actions")),
                told.get("defaults"),
                form.expiresAt(),
                form.state().name().toLowerCase(Locale.ROOT));
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.coerceStringValue();
    }

    private static List<JsonNode> list(@Nullable JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        if (array != null) {
            array.values().forEach(items::add);
        }
        return List.copyOf(items);
    }
}
