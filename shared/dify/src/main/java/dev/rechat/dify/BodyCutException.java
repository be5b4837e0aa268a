package dev.rechat.dify;

/** The connection broke before the body was complete. What that means is for the reader of the body to say. */
final class BodyCutException extends Exception {

    private static final long serialVersionUID = 1L;

    BodyCutException(Throwable cause) {
        super(cause);
    }
}
