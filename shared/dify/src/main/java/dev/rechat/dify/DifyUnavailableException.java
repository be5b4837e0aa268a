package dev.rechat.dify;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dify could not be reached, or not where a key may be sent to, closed the connection before it answered, or answered
 * with a 5xx status.
 */
public final class DifyUnavailableException extends DifyException {

    private static final long serialVersionUID = 1L;

    /** How far the way to Dify went. */
    public enum Cause {
        /** The host has no address. */
        NAME_UNKNOWN,
        /** At an address in a private network that the operator has not named. */
        ADDRESS_PRIVATE,
        /** At an address where no Dify can be: metadata of a cloud, link-local, multicast. */
        ADDRESS_FORBIDDEN,
        /** At a public address, and without TLS. */
        ADDRESS_UNENCRYPTED,
        /** Nobody listens there, or there is no way there. */
        NOT_CONNECTED,
        /** What listens there does not speak TLS, or no version of it that we do. */
        TLS_FAILED,
        /** The certificate's time is over, or has not begun. */
        CERTIFICATE_EXPIRED,
        /** The certificate is for another host. */
        CERTIFICATE_OF_ANOTHER,
        /** The certificate signs itself, or comes from an authority that is not known here. */
        CERTIFICATE_UNTRUSTED,
        /** The connection ended before there was an answer. */
        CUT_OFF,
        /** A 5xx status. */
        FAILED
    }

    private final Cause reason;
    private final @Nullable Duration retryAfter;

    DifyUnavailableException(String message, DifyProblem problem, @Nullable Duration retryAfter) {
        super(message, problem, null);
        this.reason = Cause.FAILED;
        this.retryAfter = retryAfter;
    }

    DifyUnavailableException(String message, Throwable cause) {
        this(message, Cause.CUT_OFF, cause);
    }

    DifyUnavailableException(String message, Cause reason, Throwable cause) {
        super(message, DifyProblem.NO_RESPONSE, cause);
        this.reason = reason;
        this.retryAfter = null;
    }

    /** What it failed at. */
    public Cause reason() {
        return reason;
    }

    /** Whether it may be otherwise in a moment. */
    boolean mayPass() {
        return switch (reason) {
            case NAME_UNKNOWN, NOT_CONNECTED, CUT_OFF, FAILED -> true;
            case ADDRESS_PRIVATE,
                    ADDRESS_FORBIDDEN,
                    ADDRESS_UNENCRYPTED,
                    TLS_FAILED,
                    CERTIFICATE_EXPIRED,
                    CERTIFICATE_OF_ANOTHER,
                    CERTIFICATE_UNTRUSTED -> false;
        };
    }

    /** How long the server asks to wait, if it does. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
