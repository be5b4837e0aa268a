package dev.rechat.chat.http;

import dev.rechat.chat.turn.FormAnswers;
import dev.rechat.chat.turn.SubmitForm;
import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** Takes the forms that paused turns wait for. */
@Controller("/api/v1/chat/turns/{id}/forms/{formId}")
@Secured(Permission.CHAT)
class FormController {

    private final FormAnswers answers;
    private final ReadingRights rights;

    FormController(FormAnswers answers, ReadingRights rights) {
        this.answers = answers;
        this.rights = rights;
    }

    /**
     * Fills in a form.
     *
     * @param idempotencyKey the same key and form again give the same turn
     * @return the events of the turn that goes on with the answer
     */
    @Post(produces = {MediaType.TEXT_EVENT_STREAM, MediaType.APPLICATION_JSON})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<FrameStream> submit(
            HttpRequest<?> request,
            CurrentUser user,
            TurnId id,
            String formId,
            @Header("Idempotency-Key") @Nullable String idempotencyKey,
            @Valid @Body SubmitForm filled) {
        return Streams.answer(answers.submit(
                        user.id(), id, formId, filled, idempotencyKey, Streams.caller(request, AppLogSource.WEB_APP))
                .after(0, rights.of(request, Permission.CHAT)));
    }
}
