package dev.rechat.dify;

import io.micronaut.http.HttpRequest;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.reactivestreams.Subscription;

/** Plays the sender of a body, strictly on demand. */
final class Feed implements Subscription {

    private final Queue<byte[]> pieces;
    private final StreamTranscript.End end;
    private final ChunkQueue queue = new ChunkQueue(new Connection(HttpRequest.GET("/")));
    private boolean ended;
    private volatile boolean cancelled;

    private Feed(List<byte[]> pieces, StreamTranscript.End end) {
        this.pieces = new ArrayDeque<>(pieces);
        this.end = end;
    }

    static Feed of(List<byte[]> pieces, StreamTranscript.End end) {
        Feed feed = new Feed(pieces, end);
        feed.queue.onSubscribe(feed);
        return feed;
    }

    ChunkQueue queue() {
        return queue;
    }

    boolean cancelled() {
        return cancelled;
    }

    @Override
    public void request(long n) {
        for (long i = 0; i < n && !pieces.isEmpty(); i++) {
            queue.onNext(pieces.remove());
        }
        if (pieces.isEmpty() && !ended) {
            ended = true;
            switch (end) {
                case CLOSED, CUT -> queue.onComplete();
                case RESET, CUT_BY_RESET -> queue.onError(new IOException("reset"));
                case ENDLESS, MALFORMED -> {}
            }
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
    }
}
