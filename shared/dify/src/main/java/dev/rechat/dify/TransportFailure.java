package dev.rechat.dify;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says what it means that no response came. */
final class TransportFailure {

    private TransportFailure() {}

    static DifyException of(Throwable failure, Duration connect) {
        if (caused(failure, ConnectTimeoutException.class) || caused(failure, TimeoutException.class)) {
            return new DifyTimeoutException(DifyTimeoutException.Phase.CONNECT, connect);
        }
        boolean unreadable = caused(failure, DecoderException.class) || caused(failure, IllegalArgumentException.class);
        if (unreadable && !caused(failure, SSLException.class)) {
            return new DifyProtocolException("the answer is no HTTP", failure);
        }
        return new DifyUnavailableException("no answer from Dify", failure);
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> type) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
