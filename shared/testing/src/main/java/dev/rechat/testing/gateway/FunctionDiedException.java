package dev.rechat.testing.gateway;

/** A function ended, or did not begin to poll, when it was to start. The message holds its log. */
public final class FunctionDiedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FunctionDiedException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
