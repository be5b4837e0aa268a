package dev.rechat.dify;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What an unsuccessful answer said.
 *
 * @param status the HTTP status, 0 when no response came
 * @param params the field a parameter error is about
 */
record DifyProblem(
        int status,
        @Nullable String code,
        @Nullable String message,
        @Nullable String params,
        @Nullable String traceId) implements Serializable {

    static final DifyProblem NO_RESPONSE = ofStatus(0);

    static DifyProblem ofStatus(int status) {
        return new DifyProblem(status, null, null, null, null);
    }
}
