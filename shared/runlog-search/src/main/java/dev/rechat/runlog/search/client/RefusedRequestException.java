package dev.rechat.runlog.search.client;

import dev.rechat.runlog.RunLogUnavailableException;

/** The server answered and does not want this request: it is malformed, too large or asks for what is not there. */
public final class RefusedRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    RefusedRequestException(int status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    /** For who can do nothing about it. */
    RunLogUnavailableException unavailable() {
        return new RunLogUnavailableException(String.valueOf(getMessage()), this);
    }

    public int status() {
        return status;
    }

    /** What the server calls it, as {@code index_not_found_exception}; empty when it did not say. */
    public String type() {
        return type;
    }
}
