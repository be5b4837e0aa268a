package dev.rechat.dify;

import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Waits for the head of a response, and gives up the connection when nobody wants it any more. */
final class HeadSubscriber implements Subscriber<HttpResponse<?>> {

    private final CompletableFuture<HttpResponse<?>> response = new CompletableFuture<>();
    private final Connection connection;
    private volatile @Nullable Subscription subscription;

    HeadSubscriber(Connection connection) {
        this.connection = connection;
    }

    CompletableFuture<HttpResponse<?>> response() {
        return response;
    }

    /** No one waits any longer; a response that comes all the same is closed. */
    void abandon() {
        response.cancel(false);
        Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
        connection.giveUp();
    }

    @Override
    public void onSubscribe(Subscription s) {
        subscription = s;
        s.request(1);
    }

    @Override
    public void onNext(HttpResponse<?> head) {
        connection.headArrived();
        if (!response.complete(head)) {
            connection.giveUp();
            if (head instanceof ByteBodyHttpResponse<?> unwanted) {
                unwanted.close();
            }
        }
    }

    @Override
    public void onError(Throwable cause) {
        response.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        response.completeExceptionally(new IllegalStateException("no response"));
    }
}
