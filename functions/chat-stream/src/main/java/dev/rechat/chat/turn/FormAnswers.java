package dev.rechat.chat.turn;

import dev.rechat.chat.app.DifyTargets;
import dev.rechat.chat.app.EnabledApps;
import dev.rechat.chat.event.TurnEvent;
import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.file.MessageFiles;
import dev.rechat.chat.form.FormControls;
import dev.rechat.chat.form.TurnForms;
import dev.rechat.chat.input.InputForms;
import dev.rechat.chat.title.Naming;
import dev.rechat.chat.translate.Replay;
import dev.rechat.dify.DifyApp;
import dev.rechat.dify.DifyEvent;
import dev.rechat.dify.DifyRejectedException;
import dev.rechat.dify.DifyRuns;
import dev.rechat.dify.DifyStream;
import dev.rechat.kernel.error.ErrorCode;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private final TurnStore store;
    private final Launch launch;
    private final DifyRuns runs;
    private final DifyTargets targets;
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
            TurnStore store,
            Launch launch,
            DifyRuns runs,
            DifyTargets targets,
            IdGenerator ids,
            JsonMapper json,
            Clock clock) {
        this.reading = reading;
        this.forms = forms;
        this.apps = apps;
        this.files = files;
        this.messages = messages;
        this.admission = admission;
        this.store = store;
        this.launch = launch;
        this.runs = runs;
        this.targets = targets;
        this.ids = ids;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Hands a filled in form to Dify and begins to produce the rest of the answer.
     *
     * @return the events of the turn that goes on
     * @throws RefusedException {@code form_closed} when it was filled in before or has expired
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
        App app = apps.require(paused.appId().toString());
        TurnEvent.Form definition = forms.definition(form);
        requireAction(definition, filled.action());
        JsonNode given =
                InputForms.check(FormControls.of(definition.inputs()), filled.inputs(), files.lookup(user, app.id()));
        JsonNode inputs = FormControls.withEmptyParagraphs(given, definition.inputs());
        var verdict = admission.admit(
                ticket,
                () -> store.goOn(paused, ticket.turn(), ticket.hash(), form).orElseThrow(FormAnswers::closed));
        return switch (verdict) {
            case Admission.CameBefore<Turn>(Turn before) -> reading.fromStart(before, caller);
            case Admission.Admitted<Turn>(Turn next) ->
                launch.go(next, app, Naming.NONE, caller, feed -> {
                    String soFar = textOf(next);
                    DifyStream stream = submit(form, app, next, inputs, filled.action());
                    if (!soFar.isEmpty()) {
                        feed.append(new TurnEvent.Replace(soFar, "continued"));
                    }
                    feed.append(definition.in("submitted"));
                    return launch.resumed(next, stream, new Replay(soFar, Map.of(), Set.of()));
                });
        };
    }

    private void requireOpen(TurnForm form) {
        boolean late = form.expiresAt() != null && form.expiresAt().isBefore(clock.instant());
        if (form.state() != FormState.OPEN || late || form.formToken() == null) {
            throw closed();
        }
    }

    private static RefusedException closed() {
        return new RefusedException(ErrorCode.FORM_CLOSED, "the form was filled in already or has expired");
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

    /** The run is followed before it goes on, so that nothing of it is missed. */
    private DifyStream submit(TurnForm form, App app, Turn turn, JsonNode inputs, String action) {
        DifyApp target = targets.of(app);
        String user = turn.userId().toString();
        DifyStream stream = null;
        boolean reopen = true;
        boolean goesOn = false;
        try {
            stream = runs.events(target, Objects.requireNonNull(turn.workflowRunId()), user, false);
            // The first thing a waiting run tells, a ping, means that we will hear the rest.
            if (!(stream.next() instanceof DifyEvent.Ping)) {
                throw closed();
            }
            runs.submit(target, Objects.requireNonNull(form.formToken()), inputs, action, user);
            reopen = false;
            goesOn = true;
            return stream;
        } catch (DifyRejectedException rejected) {
            reopen = !rejected.formSubmitted() && !rejected.formExpired();
            throw refusal(form, rejected);
        } finally {
            if (reopen) {
                forms.reopen(form);
            }
            if (stream != null && !goesOn) {
                stream.close();
            }
        }
    }

    private RuntimeException refusal(TurnForm form, DifyRejectedException rejected) {
        if (rejected.formSubmitted()) {
            return closed();
        }
        if (rejected.formExpired()) {
            forms.expire(form);
            return closed();
        }
        return rejected.formInvalid()
                ? new ValidationException("inputs", "rejected", "the app does not take these values")
                : rejected;
    }
}
