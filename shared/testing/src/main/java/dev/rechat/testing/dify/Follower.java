package dev.rechat.testing.dify;

import dev.rechat.testing.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody who follows a run besides the client that started it, at a pace of his own. */
final class Follower {

    static final byte[] PING = "event: ping\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> frames = new LinkedBlockingQueue<>();

    void offer(byte[] frame) {
        frames.add(frame);
    }

    void end() {
        frames.add(END);
    }

    /** Sends what comes until the end, or until nothing has come for too long, or until the fault strikes. */
    void serve(Exchange exchange, Duration idleClose, Optional<EventsFault> fault) {
        exchange.ended().thenRun(this::end);
        int events = 0;
        for (byte[] frame = next(idleClose); frame != END; frame = next(idleClose)) {
            int sent = events;
            if (fault.filter(present -> present.strikesAfter(sent)).isPresent()) {
                strike(exchange, idleClose, fault.orElseThrow());
                return;
            }
            exchange.chunk(frame);
            events += frame == PING ? 0 : 1;
        }
        exchange.finish();
    }

    private byte[] next(Duration idleClose) {
        try {
            byte[] frame = frames.poll(idleClose.toNanos(), TimeUnit.NANOSECONDS);
            return frame == null ? END : frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return END;
        }
    }

    private void strike(Exchange exchange, Duration idleClose, EventsFault fault) {
        switch (fault) {
            case EventsFault.Refused ignored -> throw new IllegalStateException("Refused before the stream began");
            case EventsFault.Cut ignored -> exchange.cut();
            case EventsFault.Stalled ignored -> {
                long deadline = System.nanoTime() + idleClose.toNanos();
                while (!exchange.ended().isDone() && System.nanoTime() < deadline) {
                    next(idleClose);
                }
                exchange.finish();
            }
        }
    }
}
