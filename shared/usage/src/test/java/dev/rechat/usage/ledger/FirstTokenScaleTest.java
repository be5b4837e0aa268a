package dev.rechat.usage.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FirstTokenScaleTest {

    private final Random random = new Random(7);

    @Test
    void tellsEveryTimeToWithinFivePercent() {
        LongStream.concat(LongStream.rangeClosed(0, 30_000), random.longs(100_000, 30_000, 24L * 3600 * 1000))
                .forEach(ms -> assertThat(Math.abs(FirstTokenScale.told(ms) - ms))
                        .as("%d is told as %d", ms, FirstTokenScale.told(ms))
                        .isLessThanOrEqualTo(ms / 20));
    }

    @Test
    void keepsAYearInFewSteps() {
        long steps = LongStream.rangeClosed(0, 24L * 3600)
                .map(second -> second * 1000)
                .mapToObj(FirstTokenScale::step)
                .distinct()
                .count();

        assertThat(steps).isLessThan(200);
    }

    @Test
    void countsWhatTakesLongerThanADayAsADay() {
        assertThat(FirstTokenScale.step(Long.MAX_VALUE)).isEqualTo("86400000");
    }

    @Test
    void findsThePercentileByNearestRank() {
        for (int size : List.of(1, 2, 3, 19, 20, 21, 100, 1000)) {
            long[] times = random.longs(size, 0, 20_000).sorted().toArray();
            Map<String, Long> counts = new HashMap<>();
            for (long time : times) {
                counts.merge(FirstTokenScale.step(time), 1L, Long::sum);
            }

            for (int percent : List.of(50, 95)) {
                long exact = times[(int) Math.ceilDiv((long) size * percent, 100) - 1];
                assertThat(FirstTokenScale.percentile(counts, percent)).contains(FirstTokenScale.told(exact));
            }
        }
        assertThat(FirstTokenScale.percentile(Map.of(), 50)).isEmpty();
    }
}
