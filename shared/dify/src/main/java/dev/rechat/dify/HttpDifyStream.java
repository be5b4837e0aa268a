package dev.rechat.dify;

import dev.rechat.dify.StreamProgress.State;
import dev.rechat.dify.sse.SseFrame;
import dev.rechat.dify.sse.SseLimitException;
import dev.rechat.dify.sse.SseReader;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Events out of the body of a response. */
final class HttpDifyStream implements DifyStream {

    private final ChunkQueue body;
    private final SseReader frames;
    private final DifyEventReader events;
    private final StreamProgress progress;
    private final Duration idle;
    private final Duration audioTail;
    private final DifyObserver observer;
    private volatile boolean closed;

    HttpDifyStream(
            ChunkQueue body,
            DifyEventReader events,
            StreamProgress progress,
            DifyClientConfiguration limits,
            DifyObserver observer) {
        this.body = body;
        this.frames = new SseReader(limits.maxLineBytes(), limits.maxEventBytes());
        this.events = events;
        this.progress = progress;
        this.idle = limits.idle();
        this.audioTail = limits.audioTail();
        this.observer = observer;
    }

    @Override
    public @Nullable DifyEvent next() {
        boolean delivered = false;
        try {
            DifyEvent event = closed || progress.state() == State.OVER ? null : read();
            delivered = event != null && progress.state() != State.OVER;
            return event;
        } catch (DifyException failure) {
            observer.failed(failure);
            throw failure;
        } finally {
            if (!delivered) {
                close();
            }
        }
    }

    private @Nullable DifyEvent read() {
        while (true) {
            SseFrame frame = nextFrame();
            if (frame == null) {
                return null;
            }
            DifyEvent event = event(frame);
            if (event != null) {
                return progress.accept(event);
            }
        }
    }

    // A block that has a name and no data is no event at all by the standard, but it is how Dify pings.
    private @Nullable DifyEvent event(SseFrame frame) {
        return switch (frame) {
            case SseFrame.Event(String type, String data, String id) -> events.read(data);
            case SseFrame.Dataless(String type) -> type.equals("ping") ? new DifyEvent.Ping() : null;
        };
    }

    private @Nullable SseFrame nextFrame() {
        try {
            for (SseFrame frame = frames.next(); ; frame = frames.next()) {
                if (frame != null) {
                    return frame;
                }
                byte[] chunk = nextChunk();
                if (chunk == null) {
                    return null;
                }
                frames.feed(chunk);
            }
        } catch (SseLimitException e) {
            throw new DifyProtocolException("an event of immoderate size", e);
        }
    }

    private byte @Nullable [] nextChunk() {
        boolean open = progress.state() == State.OPEN;
        try {
            byte[] chunk = body.take(patience());
            if (chunk == null && open && !closed) {
                throw new DifyStreamCutException(null);
            }
            return chunk;
        } catch (BodyCutException e) {
            if (open && !closed) {
                throw new DifyStreamCutException(e.getCause());
            }
            return null;
        } catch (DifyTimeoutException e) {
            if (open) {
                throw e;
            }
            return null;
        }
    }

    private Duration patience() {
        return progress.state() == State.AUDIO && !progress.audioCame() ? audioTail : idle;
    }

    @Override
    public void close() {
        closed = true;
        body.close();
    }
}
