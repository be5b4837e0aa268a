package dev.rechat.chat.turn;

import dev.rechat.chat.app.EnabledApps;
import dev.rechat.chat.event.TurnEvent;
import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.file.MessageFiles;
import dev.rechat.chat.form.FormControls;
import dev.rechat.chat.form.TurnForms;
import dev.rechat.chat.input.InputForms;
import dev.rechat.chat.title.Naming;
import dev.rechat.dify.DifyStream;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.turn.FormState;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnForm;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with paused turns once a person has filled in their form: another turn, with events of its own, continues the
 * same answer. A form is taken once.
 */
@Singleton
public final class FormAnswers {

    private final TurnReading reading;
    private final TurnForms forms;
    private final EnabledApps apps;
    private final MessageFiles files;
    private final MessageRepository messages;
    private final Admission admission;
    private final TurnBeginnings beginnings;
    private final Launch launch;
    private final Sources sources;
    private final FormHandIn handIn;
    private final IdGenerator ids;
    private final JsonMapper json;
    private final Clock clock;

    FormAnswers(
            TurnReading reading,
            TurnForms forms,
            EnabledApps apps,
            MessageFiles files,
            MessageRepository messages,
            Admission admission,
            TurnBeginnings beginnings,
            Launch launch,
            Sources sources,
            FormHandIn handIn,
            IdGenerator ids,
            JsonMapper json,
            Clock clock) {
        this.reading = reading;
        this.forms = forms;
        this.apps = apps;
        this.files = files;
        this.messages = messages;
        this.admission = admission;
        this.beginnings = beginnings;
        this.launch = launch;
        this.sources = sources;
        this.handIn = handIn;
        this.ids = ids;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Hands a filled in form to Dify and begins to produce the rest of the answer.
     *
     * @return the events of the turn that goes on
     * @throws RefusedException {@code form_closed} when it was filled in before or has expired
     * @throws dev.rechat.kernel.error.NotFoundException also when the app is not there for the person any more
     */
    public TurnFeed submit(
            UserId user, TurnId turn, String formId, SubmitForm filled, @Nullable String key, Caller caller) {
        Turn paused = reading.require(turn, user);
        TurnForm form = forms.require(paused, formId);
        TurnId named = IdempotencyKey.turn(user, filled.turnId(), key);
        var ticket = new Admission.Ticket(
                user,
                named == null ? ids.nextTurnId() : named,
                Fingerprint.of(paused, formId, filled).hash(json),
                paused.conversationId());
        Optional<Turn> same = named == null ? Optional.empty() : admission.findSame(ticket);
        if (same.isPresent()) {
            return reading.fromStart(same.get(), caller);
        }
        requireOpen(form);
        App app = apps.require(user, paused.appId().toString());
        TurnEvent.Form definition = forms.definition(form);
        requireAction(definition, filled.action());
        JsonNode given =
                InputForms.check(FormControls.of(definition.inputs()), filled.inputs(), files.lookup(user, app.id()));
        JsonNode inputs = FormControls.withEmptyParagraphs(given, definition.inputs());
        var verdict = admission.admit(
                ticket,
                () -> beginnings
                        .goOn(paused, ticket.turn(), ticket.hash(), form)
                        .orElseThrow(FormHandIn::closed));
        return switch (verdict) {
            case Admission.CameBefore<Turn>(Turn before) -> reading.fromStart(before, caller);
            case Admission.Admitted<Turn>(Turn next) ->
                launch.go(next, app, Naming.NONE, caller, (feed, sending) -> {
                    String soFar = textOf(next);
                    if (!soFar.isEmpty()) {
                        feed.append(new TurnEvent.Replace(soFar, "continued"));
                    }
                    DifyStream stream = handIn.handIn(form, app, next, inputs, filled.action(), sending);
                    feed.append(definition.in("submitted"));
                    return sources.continued(next, stream, soFar);
                });
        };
    }

    private void requireOpen(TurnForm form) {
        boolean late = form.expiresAt() != null && form.expiresAt().isBefore(clock.instant());
        if (form.state() != FormState.OPEN || late || form.formToken() == null) {
            throw FormHandIn.closed();
        }
    }

    private static void requireAction(TurnEvent.Form form, String action) {
        boolean known = form.actions().stream()
                .anyMatch(each ->
                        each.get("id") != null && action.equals(each.get("id").coerceStringValue()));
        if (!known) {
            throw new ValidationException("action", "unknown", "the form has no such action");
        }
    }

    private String textOf(Turn turn) {
        return messages.findOwned(turn.assistantMessageId(), turn.userId())
                .map(Message::content)
                .orElse("");
    }
}
