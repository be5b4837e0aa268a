package dev.rechat.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TimeOrderedIdsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.000Z");

    private final TimeOrderedIds ids = new TimeOrderedIds(new SplittableRandom(1));

    @Test
    void areVersionSevenAndCarryTheirMoment() {
        UUID id = UUID.fromString(ids.at(NOON));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void ascendWithinAMillisecondAndWithTime() {
        assertThat(new String[] {ids.at(NOON), ids.at(NOON), ids.at(NOON), ids.at(NOON.plusMillis(1))})
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void areTheSameForTheSameSeed() {
        assertThat(ids.at(NOON)).isEqualTo(new TimeOrderedIds(new SplittableRandom(1)).at(NOON));
    }
}
