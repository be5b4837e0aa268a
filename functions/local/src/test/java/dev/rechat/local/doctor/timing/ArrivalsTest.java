package dev.rechat.local.doctor.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ArrivalsTest {

    private static final Duration THREE_SECONDS = Duration.ofSeconds(3);

    private final AtomicLong clock = new AtomicLong(42);
    private final Arrivals arrivals = new Arrivals(clock::get);

    private void after(long micros, int events) {
        clock.addAndGet(micros * 1000);
        for (int i = 0; i < events; i++) {
            arrivals.event();
            clock.addAndGet(50_000);
        }
    }

    @Test
    void eventsThatComeAsTheyAreMadeAreFine() {
        for (int i = 0; i < 60; i++) {
            after(50_000, 1);
        }

        assertThat(arrivals.delivery(THREE_SECONDS)).isEqualTo(Delivery.AS_MADE);
        assertThat(arrivals.delivery(null)).isEqualTo(Delivery.AS_MADE);
    }

    @Test
    void allAtOnceAfterAWhileIsHeldBackWhenDifyWasAtItAllTheTime() {
        after(3_000_000, 60);

        assertThat(arrivals.delivery(THREE_SECONDS)).isEqualTo(Delivery.HELD_BACK);
    }

    @Test
    void allAtOnceAfterAWhileIsUnclearWhenNobodyTellsHowItWasMade() {
        after(3_000_000, 60);

        assertThat(arrivals.delivery(null)).isEqualTo(Delivery.UNCLEAR);
    }

    @Test
    void packsAreToldFromFastModels() {
        for (int i = 0; i < 5; i++) {
            after(600_000, 20);
        }
        assertThat(arrivals.delivery(THREE_SECONDS)).isEqualTo(Delivery.IN_CLUMPS);
    }

    @Test
    void aFastModelIsNoBuffer() {
        for (int i = 0; i < 300; i++) {
            after(10_000, 1);
        }
        assertThat(arrivals.delivery(THREE_SECONDS)).isEqualTo(Delivery.AS_MADE);
    }

    @Test
    void aShortAnswerTellsNothing() {
        after(5_000_000, 20);

        assertThat(arrivals.delivery(Duration.ofMillis(200))).isEqualTo(Delivery.TOO_QUICK);
    }
}
