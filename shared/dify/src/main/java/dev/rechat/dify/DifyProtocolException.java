package dev.rechat.dify;

import org.jspecify.annotations.Nullable;

/**
 * What came is not what Dify's Service API sends: another content type, a redirect, JSON that cannot be read, an event
 * of immoderate size. The base URL is wrong, something stands between, or Dify has changed.
 */
public sealed class DifyProtocolException extends DifyException permits DifyStreamCutException {

    private static final long serialVersionUID = 1L;

    DifyProtocolException(String message, DifyProblem problem, @Nullable Throwable cause) {
        super(message, problem, cause);
    }

    DifyProtocolException(String message, @Nullable Throwable cause) {
        this(message, DifyProblem.NO_RESPONSE, cause);
    }
}
