package dev.rechat.chat.turn;

import dev.rechat.chat.form.TurnForms;
import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyApp;
import dev.rechat.dify.DifyEvent;
import dev.rechat.dify.DifyRejectedException;
import dev.rechat.dify.DifyRuns;
import dev.rechat.dify.DifyStream;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnForm;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Hands filled in forms to Dify. */
@Singleton
final class FormHandIn {

    private final TurnForms forms;
    private final DifyRuns runs;
    private final DifyTargets targets;

    FormHandIn(TurnForms forms, DifyRuns runs, DifyTargets targets) {
        this.forms = forms;
        this.runs = runs;
        this.targets = targets;
    }

    static RefusedException closed() {
        return new RefusedException(ErrorCode.FORM_CLOSED, "the form was filled in already or has expired");
    }

    /**
     * Hands a form in. The run is followed before it goes on, so that nothing of it is missed.
     *
     * @param turn the one that goes on with the run
     * @param sending is told right before: until then the run only waits
     * @return the rest of the run; the caller closes it
     * @throws RefusedException {@code form_closed}
     * @throws ValidationException when Dify does not take the values; the form stays open then, as after any failure
     */
    DifyStream handIn(TurnForm form, App app, Turn turn, JsonNode inputs, String action, Runnable sending) {
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
            sending.run();
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
