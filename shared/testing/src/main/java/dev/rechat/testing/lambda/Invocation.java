package dev.rechat.testing.lambda;

import io.netty.channel.Channel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One event given to a function, and its answer as it arrives. Thread-safe. The {@code await…} methods block; each
 * fails with an {@link AssertionError} that shows what had arrived when its time is over.
 */
public final class Invocation {

    private final String id;
    private final String event;
    private final Instant deadline;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AnswerRecorder recorder = new AnswerRecorder();
    private boolean delivered;
    private boolean begun;
    private boolean readingPaused;
    private @Nullable Channel channel;
    private @Nullable LambdaAnswer answer;

    Invocation(String id, String event, Instant deadline) {
        this.id = id;
        this.event = event;
        this.deadline = deadline;
    }

    public String id() {
        return id;
    }

    /** The whole answer, once it is complete or its connection ended. */
    public LambdaAnswer awaitResponse(Duration timeout) {
        return await(timeout, "a complete answer", () -> answer != null, () -> Objects.requireNonNull(answer));
    }

    /** Waits until a function has fetched the event. */
    public void awaitDelivery(Duration timeout) {
        await(timeout, "the event to be fetched", () -> delivered, () -> delivered);
    }

    /** Whether a function has fetched the event. */
    public boolean fetched() {
        return locked(() -> delivered);
    }

    /** Waits for the prelude of a streaming answer. */
    public void awaitHead(Duration timeout) {
        await(timeout, "the prelude", recorder::headReceived, () -> begun);
    }

    /** The chunk at an index (from 0), as soon as it has arrived. */
    public LambdaAnswer.Chunk awaitChunk(int index, Duration timeout) {
        return await(
                timeout,
                "chunk " + index,
                () -> recorder.chunks().size() > index,
                () -> recorder.chunks().get(index));
    }

    /** Waits until the payload received so far contains the text, and returns that payload. */
    public String awaitText(String text, Duration timeout) {
        return await(timeout, "the text \"" + text + "\"", () -> textSoFar().contains(text), this::textSoFar);
    }

    /** How many payload chunks have arrived up to now. */
    public int chunkCount() {
        return locked(() -> recorder.chunks().size());
    }

    /**
     * The answer as far as it must be known to pass it on: all of a buffered one, the head of a streaming one. Empty when
     * neither came in time.
     */
    public Optional<LambdaAnswer> begun(Duration timeout) {
        return within(timeout, () -> answer != null || recorder.headReceived())
                ? Optional.of(locked(() -> answer == null ? recorder.answer(false, Map.of()) : answer))
                : Optional.empty();
    }

    /** The chunk at an index (from 0) as soon as it is there; empty when the answer ended before it, or its time is over. */
    public Optional<LambdaAnswer.Chunk> chunk(int index, Duration timeout) {
        within(timeout, () -> recorder.chunks().size() > index || answer != null);
        return locked(() ->
                recorder.chunks().size() > index ? Optional.of(recorder.chunks().get(index)) : Optional.empty());
    }

    /** The whole answer if it has ended. */
    public Optional<LambdaAnswer> ended() {
        return locked(() -> Optional.ofNullable(answer));
    }

    /** Plays a client that went away: ends the connection the answer comes on. Waits for the answer to begin. */
    public void disconnectClient(Duration timeout) {
        Channel open = await(timeout, "the answer to begin", () -> begun, () -> Objects.requireNonNull(channel));
        open.close().syncUninterruptibly();
    }

    /** Plays a slow client: nothing more is read from the function until {@link #resumeReading()}. */
    public void pauseReading() {
        setReading(false);
    }

    public void resumeReading() {
        setReading(true);
    }

    private void setReading(boolean on) {
        Channel open = locked(() -> {
            readingPaused = !on;
            return channel;
        });
        if (open != null) {
            open.config().setAutoRead(on);
        }
    }

    String event() {
        return event;
    }

    Instant deadline() {
        return deadline;
    }

    boolean finished() {
        return locked(() -> answer != null);
    }

    void delivered() {
        change(() -> delivered = true);
    }

    void begin(Channel responseChannel, boolean streaming, @Nullable String contentType) {
        change(() -> {
            begun = true;
            channel = responseChannel;
            recorder.begin(streaming, contentType);
            if (readingPaused) {
                responseChannel.config().setAutoRead(false);
            }
        });
    }

    void content(byte[] bytes) {
        change(() -> recorder.content(bytes));
    }

    void end(boolean complete, Map<String, String> trailers) {
        change(() -> {
            if (answer == null) {
                answer = recorder.answer(complete, trailers);
            }
        });
    }

    void fail(FunctionError error) {
        change(() -> answer = AnswerRecorder.ofError(error));
    }

    private String textSoFar() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        recorder.chunks().forEach(chunk -> all.writeBytes(chunk.bytes()));
        return all.toString(StandardCharsets.UTF_8);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T extends @Nullable Object> T locked(Supplier<T> read) {
        lock.lock();
        try {
            return read.get();
        } finally {
            lock.unlock();
        }
    }

    private boolean within(Duration timeout, BooleanSupplier condition) {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return condition.getAsBoolean();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private <T> T await(Duration timeout, String what, BooleanSupplier condition, Supplier<T> result) {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (left <= 0 || answer != null) {
                    throw new AssertionError("no " + what + (answer == null ? " within " + timeout : " in " + answer)
                            + "; fetched: " + delivered + ", answer begun: " + begun + ", so far: "
                            + List.of(textSoFar()));
                }
                left = changed.awaitNanos(left);
            }
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, e);
        } finally {
            lock.unlock();
        }
    }
}
