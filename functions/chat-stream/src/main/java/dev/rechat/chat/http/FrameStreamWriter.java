package dev.rechat.chat.http;

import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.core.io.buffer.ReadBufferFactory;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;
import java.io.OutputStream;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Hands frames to the connection as they come: the next is asked for when the one before is written. */
@Singleton
final class FrameStreamWriter implements ResponseBodyWriter<FrameStream> {

    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory bodies,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<FrameStream> type,
            MediaType mediaType,
            FrameStream stream)
            throws CodecException {
        ReadBufferFactory buffers = bodies.readBufferFactory();
        Publisher<ReadBuffer> pieces = subscriber -> stream.frames().subscribe(new Buffers(subscriber, buffers));
        return bodies.adapt(pieces);
    }

    @Override
    public void writeTo(
            Argument<FrameStream> type,
            MediaType mediaType,
            FrameStream stream,
            MutableHeaders headers,
            OutputStream output)
            throws CodecException {
        throw new CodecException("frames are written one by one, not all at once");
    }

    /** Passes everything on, bytes as buffers. */
    private record Buffers(Subscriber<? super ReadBuffer> subscriber, ReadBufferFactory buffers)
            implements Subscriber<byte[]> {

        @Override
        public void onSubscribe(Subscription subscription) {
            subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(byte[] frame) {
            subscriber.onNext(buffers.adapt(frame));
        }

        @Override
        public void onError(Throwable failure) {
            subscriber.onError(failure);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }
    }
}
