package dev.rechat.kernel.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AfterwardsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Afterwards afterwards = new Afterwards();

    @Test
    void doesNotMakeItsCallerWait() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);

        afterwards.run("work", () -> {
            await(gate);
            done.countDown();
        });
        gate.countDown();

        done.await();
    }

    @Test
    void isSettledWhenAllIsDone() {
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 100; i++) {
            afterwards.run("work", done::incrementAndGet);
        }

        assertThat(afterwards.settle(LONG)).isTrue();
        assertThat(done).hasValue(100);
    }

    @Test
    void isNotSettledWhileSomethingIsLeft() {
        CountDownLatch gate = new CountDownLatch(1);
        afterwards.run("work", () -> await(gate));

        assertThat(afterwards.settle(Duration.ofMillis(1))).isFalse();

        gate.countDown();
    }

    /** Something that hangs would otherwise hold up every request after it. */
    @Test
    void isWaitedForOnceOnly() {
        CountDownLatch gate = new CountDownLatch(1);
        afterwards.run("work", () -> await(gate));
        assertThat(afterwards.settle(Duration.ofMillis(1))).isFalse();

        assertThat(afterwards.settle(LONG)).isTrue();

        gate.countDown();
    }

    @Test
    void isSettledWhenThereWasNothing() {
        assertThat(afterwards.settle(Duration.ZERO)).isTrue();
    }

    @Test
    void goesOnAfterAFailure() {
        AtomicInteger done = new AtomicInteger();
        afterwards.run("work", () -> {
            throw new IllegalStateException("as ordered");
        });
        afterwards.run("work", done::incrementAndGet);

        assertThat(afterwards.settle(LONG)).isTrue();
        assertThat(done).hasValue(1);
    }

    @Test
    void tellsAnInterruptedCallerAndLeavesTheMark() {
        CountDownLatch gate = new CountDownLatch(1);
        afterwards.run("work", () -> await(gate));
        Thread.currentThread().interrupt();

        assertThat(afterwards.settle(LONG)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        gate.countDown();
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
