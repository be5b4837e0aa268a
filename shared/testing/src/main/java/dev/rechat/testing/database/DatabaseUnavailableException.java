package dev.rechat.testing.database;

/** The wanted server cannot run on this machine; the message says what is missing and how to get it. */
public final class DatabaseUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(String message) {
        super(message);
    }
}
