package dev.rechat.dify;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dify refused the request with a 4xx status; the same request will be refused again. */
public final class DifyRejectedException extends DifyException {

    private static final long serialVersionUID = 1L;

    DifyRejectedException(String message, DifyProblem problem) {
        super(message, problem, null);
    }

    /** The field a parameter error is about, where Dify names it. */
    public Optional<String> params() {
        return Optional.ofNullable(problem().params());
    }

    /**
     * Whether Dify does not know the conversation any more, or never did for this user. Dify 1.13 to 1.15 do not say so
     * for chatflow apps but start a new conversation: compare {@link DifyEvent.Context#conversationId()} with the id
     * sent.
     */
    public boolean conversationNotFound() {
        return notFoundBecause("Conversation Not Exists");
    }

    /**
     * Whether what was asked for does not exist, or not for this user. An older Dify, which lacks the route, says the
     * same.
     */
    public boolean notFound() {
        return status() == 404;
    }

    /** Whether the form has been filled in already. */
    public boolean formSubmitted() {
        return "human_input_form_submitted".equals(code());
    }

    /** Whether the time to fill in the form has run out. */
    public boolean formExpired() {
        return "human_input_form_expired".equals(code());
    }

    /** Whether the values or the action do not fit the form. */
    public boolean formInvalid() {
        return "invalid_form_data".equals(code());
    }

    // Dify appends suggestions of other routes to these texts, so only their beginning can be compared.
    private boolean notFoundBecause(String beginning) {
        @Nullable String message = difyMessage();
        return status() == 404 && message != null && message.startsWith(beginning);
    }
}
