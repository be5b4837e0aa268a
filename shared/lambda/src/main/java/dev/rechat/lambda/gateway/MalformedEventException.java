package dev.rechat.lambda.gateway;

/** An event that is no API Gateway proxy event; the message says what is wrong with it and repeats nothing of it. */
final class MalformedEventException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedEventException(String message) {
        super(message);
    }
}
