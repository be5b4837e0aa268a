package dev.rechat.local.doctor.http;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** A body of which only the length is told: whoever asks for it gets none, and knows that it was wanted. */
final class UnsentBody implements BodyPublisher {

    private final long length;
    private volatile boolean wanted;

    UnsentBody(long length) {
        this.length = length;
    }

    boolean isWanted() {
        return wanted;
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long count) {
                if (!wanted) {
                    wanted = true;
                    subscriber.onError(new IOException("there is no body"));
                }
            }

            @Override
            public void cancel() {
                // nothing was begun
            }
        });
    }
}
