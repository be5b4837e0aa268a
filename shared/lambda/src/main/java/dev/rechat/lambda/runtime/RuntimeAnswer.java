package dev.rechat.lambda.runtime;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the Runtime API answered; header names in lower case. */
record RuntimeAnswer(int status, Map<String, String> headers, String body) {

    private static final int CONTAINER_ERROR = 500;

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    boolean accepted() {
        return status >= 200 && status < 300;
    }

    /** Lambda's own failure, after which the process is to end. */
    boolean fatal() {
        return status >= CONTAINER_ERROR;
    }
}
