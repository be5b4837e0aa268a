package dev.rechat.dify;

import org.jspecify.annotations.Nullable;

/**
 * What came is not what Dify's Service API sends: another content type, a redirect, JSON that cannot be read, an event
 * of immoderate size. The base URL is wrong, something stands between, or Dify has changed.
 */
public sealed class DifyProtocolException extends DifyException permits DifyStreamCutException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String redirectHost;

    DifyProtocolException(String message, DifyProblem problem, @Nullable Throwable cause) {
        this(message, problem, cause, null);
    }

    private DifyProtocolException(
            String message, DifyProblem problem, @Nullable Throwable cause, @Nullable String redirectHost) {
        super(message, problem, cause);
        this.redirectHost = redirectHost;
    }

    /** @param host the other one it leads to, where it says so */
    static DifyProtocolException redirected(String message, DifyProblem problem, @Nullable String host) {
        return new DifyProtocolException(message, problem, null, host);
    }

    /** Whether it is a redirect, which is not followed since it would carry the key elsewhere. */
    public boolean redirect() {
        return status() >= 300 && status() < 400;
    }

    /** The other host that a redirect leads to; null when it names none. */
    public @Nullable String redirectHost() {
        return redirectHost;
    }

    DifyProtocolException(String message, @Nullable Throwable cause) {
        this(message, DifyProblem.NO_RESPONSE, cause);
    }
}
