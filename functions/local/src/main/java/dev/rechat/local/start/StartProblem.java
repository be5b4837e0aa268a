package dev.rechat.local.start;

import org.jspecify.annotations.Nullable;

/** Why the server does not start, in words for the person at the console: what is wrong and what to do. */
public final class StartProblem extends RuntimeException {

    /** Of a process that could not start. */
    public static final int EXIT_CODE = 1;

    private static final long serialVersionUID = 1L;

    public StartProblem(String message) {
        this(message, null);
    }

    public StartProblem(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
