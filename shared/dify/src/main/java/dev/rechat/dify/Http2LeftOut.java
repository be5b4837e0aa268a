package dev.rechat.dify;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.micronaut.http.client.netty.NettyClientCustomizer;
import io.netty.channel.Channel;
import io.netty.handler.codec.http2.Http2FrameCodec;

/**
 * In native executables, in place of HTTP/2 in Micronaut's client. Ours offers servers HTTP/1.1 only ({@link TransportConfiguration},
 * and application.properties for those that libraries make), so it is never spoken. A JVM never loads this class.
 */
@TargetClass(className = "io.micronaut.http.client.netty.ConnectionManager")
final class Http2LeftOut {

    @Substitute
    Http2FrameCodec makeFrameCodec() {
        throw new UnsupportedOperationException("Native executables speak no HTTP/2.");
    }

    @Substitute
    void initHttp2(Pool pool, Channel channel, NettyClientCustomizer customizer) {
        throw new UnsupportedOperationException("Native executables speak no HTTP/2.");
    }

    /** Stands for the type of a parameter that is not visible here. */
    @TargetClass(className = "io.micronaut.http.client.netty.ConnectionManager", innerClass = "PoolHolder")
    static final class Pool {

        private Pool() {}
    }
}
