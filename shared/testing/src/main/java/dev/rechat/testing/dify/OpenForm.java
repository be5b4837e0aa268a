package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A form somebody has to fill in; it is answered or runs out of time exactly once. */
final class OpenForm {

    private final String id = UUID.randomUUID().toString();
    private final String token = UUID.randomUUID().toString().replace("-", "");
    private final HumanForm form;
    private final Node node;
    private final Instant expiresAt;
    private final CompletableFuture<FormAnswer> answer = new CompletableFuture<>();

    OpenForm(HumanForm form) {
        this.form = form;
        this.node = new Node("human-input-" + id.substring(0, 8), "human-input", form.title());
        this.expiresAt = Instant.now().plus(form.timeout());
    }

    String id() {
        return id;
    }

    String token() {
        return token;
    }

    HumanForm form() {
        return form;
    }

    Node node() {
        return node;
    }

    long expirationTime() {
        return expiresAt.getEpochSecond();
    }

    /** Completes with the answer, or without one when the time is over, which begins to run now. */
    CompletableFuture<FormAnswer> answer() {
        return answer.completeOnTimeout(FormAnswer.late(), form.timeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    void requireOpen() {
        FormAnswer given = answer.getNow(null);
        if (given != null) {
            throw given.timedOut()
                    ? new DifyError(412, "human_input_form_expired", "This form has expired, form_id=" + id)
                    : new DifyError(
                            412,
                            "human_input_form_submitted",
                            "This form has already been submitted by another user, form_id=" + id);
        }
    }

    void submit(FormAnswer given) {
        requireOpen();
        form.check(given);
        if (!answer.complete(given)) {
            requireOpen();
        }
    }

    void expire() {
        answer.complete(FormAnswer.late());
    }

    /** The form as {@code human_input_required} tells it, but for what only that event knows. */
    ObjectNode describe() {
        ObjectNode json =
                Json.object().put("form_id", id).put("node_id", node.id()).put("node_title", node.title());
        json.put("form_content", form.content()).set("inputs", form.inputsJson());
        json.set("actions", form.actionsJson());
        json.put("form_token", form.reachable() ? token : null).set("resolved_default_values", form.defaultsJson());
        return json.put("expiration_time", expirationTime());
    }

    /** The form as the reason of a pause. */
    ObjectNode reason() {
        return Json.object().put("TYPE", "human_input_required").setAll(describe());
    }

    /** The form as it is asked for by its token. */
    ObjectNode toJson() {
        ObjectNode json = Json.object().put("form_content", form.content());
        json.set("inputs", form.inputsJson());
        json.set("resolved_default_values", form.defaultsJson());
        json.set("user_actions", form.actionsJson());
        return json.put("expiration_time", expirationTime());
    }
}
