package dev.rechat.dify;

import io.micronaut.buffer.netty.NettyByteBufferFactory;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

/**
 * What a request carries; can be sent again.
 *
 * @param contentType with its parameters
 */
record RequestBody(String contentType, Supplier<CloseableByteBody> copies) {

    private static final ByteBodyFactory BODIES = ByteBodyFactory.createDefault(NettyByteBufferFactory.DEFAULT);

    static RequestBody json(byte[] json) {
        return new RequestBody(MediaType.APPLICATION_JSON, () -> BODIES.adapt(json));
    }

    /** The pieces one after the other, without copying any; they must not be changed until the answer is there. */
    static RequestBody of(String contentType, ByteBuffer... pieces) {
        return new RequestBody(
                contentType, () -> BODIES.adapt(NettyByteBufferFactory.DEFAULT.wrap(Unpooled.wrappedBuffer(pieces))));
    }

    /** For one request, which uses it up. */
    CloseableByteBody bytes() {
        return copies.get();
    }
}
