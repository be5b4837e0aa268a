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
        return notFound("Conversation Not Exists");
    }

    // Dify appends suggestions of other routes to these texts, so only their beginning can be compared.
    private boolean notFound(String beginning) {
        @Nullable String message = difyMessage();
        return status() == 404 && message != null && message.startsWith(beginning);
    }
}
