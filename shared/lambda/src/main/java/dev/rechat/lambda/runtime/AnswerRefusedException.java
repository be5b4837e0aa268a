package dev.rechat.lambda.runtime;

import java.io.IOException;

/** Lambda does not take an answer, 413 because it is too large for one; the invocation is still to be ended. */
public final class AnswerRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    AnswerRefusedException(int status) {
        super("the Runtime API refused an answer with " + status);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
