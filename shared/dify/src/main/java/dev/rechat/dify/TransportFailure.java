package dev.rechat.dify;

import dev.rechat.dify.DifyUnavailableException.Cause;
import dev.rechat.dify.network.BlockedAddressException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says what it means that no response came. */
final class TransportFailure {

    private TransportFailure() {}

    /** @param handshaking that TLS, where it is to be spoken, was not agreed upon yet */
    static DifyException of(Throwable failure, boolean handshaking, Duration connect) {
        if (caused(failure, ConnectTimeoutException.class) || caused(failure, TimeoutException.class)) {
            return new DifyTimeoutException(DifyTimeoutException.Phase.CONNECT, connect);
        }
        boolean unreadable = caused(failure, DecoderException.class) || caused(failure, IllegalArgumentException.class);
        if (unreadable && !caused(failure, SSLException.class)) {
            return new DifyProtocolException("the answer is no HTTP", failure);
        }
        Cause reason = reason(failure, handshaking);
        return new DifyUnavailableException("no answer from Dify: " + reason, reason, failure);
    }

    private static Cause reason(Throwable failure, boolean handshaking) {
        Optional<BlockedAddressException> blocked = find(failure, BlockedAddressException.class);
        if (blocked.isPresent()) {
            return switch (blocked.get().reason()) {
                case FORBIDDEN -> Cause.ADDRESS_FORBIDDEN;
                case PRIVATE -> Cause.ADDRESS_PRIVATE;
                case UNENCRYPTED -> Cause.ADDRESS_UNENCRYPTED;
            };
        }
        if (caused(failure, UnknownHostException.class)) {
            return Cause.NAME_UNKNOWN;
        }
        if (caused(failure, SSLException.class)) {
            return certificate(failure);
        }
        boolean unreachable = caused(failure, ConnectException.class) || caused(failure, NoRouteToHostException.class);
        if (unreachable) {
            return Cause.NOT_CONNECTED;
        }
        return handshaking ? Cause.TLS_FAILED : Cause.CUT_OFF;
    }

    private static Cause certificate(Throwable failure) {
        if (caused(failure, CertificateExpiredException.class)
                || caused(failure, CertificateNotYetValidException.class)) {
            return Cause.CERTIFICATE_EXPIRED;
        }
        if (caused(failure, CertPathBuilderException.class) || caused(failure, CertPathValidatorException.class)) {
            return Cause.CERTIFICATE_UNTRUSTED;
        }
        // The JDK's check of the name has no type of its own; nothing else is left that is said of a certificate.
        return caused(failure, CertificateException.class) ? Cause.CERTIFICATE_OF_ANOTHER : Cause.TLS_FAILED;
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> type) {
        return find(failure, type).isPresent();
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
