package dev.rechat.dify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WaiterTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(30);

    private final AtomicBoolean condition = new AtomicBoolean();
    private final Waiter waiter = new Waiter(condition::get);

    @Test
    void doesNotWaitForWhatHolds() throws InterruptedException {
        condition.set(true);

        assertThat(waiter.await(Duration.ZERO)).isTrue();
    }

    @Test
    void missesNoSignalOfManyInSuccession() throws InterruptedException {
        var items = new ConcurrentLinkedQueue<Integer>();
        Waiter reader = new Waiter(() -> !items.isEmpty());
        Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 100_000; i++) {
                items.add(i);
                reader.signal();
            }
        });

        for (int i = 0; i < 100_000; i++) {
            assertThat(reader.await(LONG)).isTrue();
            assertThat(items.poll()).isEqualTo(i);
        }
    }

    @Test
    void givesUpInTimeThoughAnEarlierWaitHadMore() throws Exception {
        CompletableFuture<Boolean> first = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> complete(first, LONG));
        condition.set(true);
        waiter.signal();
        assertThat(first.get()).isTrue();

        condition.set(false);

        assertThat(waiter.await(SHORT)).isFalse();
    }

    @Test
    void waitsItsWholeTimeThoughAnEarlierWaitHadLess() throws InterruptedException {
        assertThat(waiter.await(SHORT)).isFalse();
        long begin = System.nanoTime();

        assertThat(waiter.await(SHORT.multipliedBy(4))).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(SHORT.multipliedBy(4));
    }

    @Test
    void isEndedByAnInterrupt() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> waiter.await(LONG)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void wakesWhoWaitsWhenItIsClosed() throws Exception {
        CompletableFuture<Boolean> waiting = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> complete(waiting, LONG));

        condition.set(true);
        waiter.close();

        assertThat(waiting.get()).isTrue();
    }

    /** A lock is waited for by parking, too: whoever is woken there has used up the signal. */
    @Test
    void hearsASignalWhileItSetsItsAlarm() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        var other = Waiter.TIMER.schedule(() -> {}, 1, TimeUnit.HOURS);
        CompletableFuture<Boolean> found = CompletableFuture.supplyAsync(
                () -> Waiter.TIMER.getQueue().contains(new SlowToCompare(held, free)),
                task -> Thread.ofPlatform().start(task));
        held.await();
        CompletableFuture<Boolean> waiting = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().start(() -> complete(waiting, LONG));
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        condition.set(true);
        waiter.signal();
        free.countDown();

        assertThat(waiting.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(found.get()).isFalse();
        other.cancel(false);
    }

    /** Keeps the lock of a queue that looks for it. */
    private record SlowToCompare(CountDownLatch begun, CountDownLatch free) implements Runnable {

        @Override
        public void run() {
            throw new IllegalStateException("looked for only");
        }

        @Override
        public boolean equals(@Nullable Object element) {
            begun.countDown();
            try {
                free.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    private void complete(CompletableFuture<Boolean> result, Duration limit) {
        try {
            result.complete(waiter.await(limit));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.completeExceptionally(e);
        }
    }
}
