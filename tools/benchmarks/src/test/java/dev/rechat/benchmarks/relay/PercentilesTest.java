package dev.rechat.benchmarks.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class PercentilesTest {

    private static final Offset<Double> PRECISION = within(0.5);

    @Test
    void tellsMillisecondsOfMicroseconds() {
        Histogram micros = new Histogram(3);
        for (int millis = 1; millis <= 100; millis++) {
            micros.recordValue(millis * 1000L);
        }

        Percentiles percentiles = Objects.requireNonNull(Percentiles.of(micros));

        assertThat(percentiles.p50()).isCloseTo(50, PRECISION);
        assertThat(percentiles.p99()).isCloseTo(99, PRECISION);
    }

    @Test
    void tellsNothingOfNothing() {
        assertThat(Percentiles.of(new Histogram(3))).isNull();
    }

    @Test
    void subtractsPercentileByPercentile() {
        assertThat(new Percentiles(3, 40).above(new Percentiles(1, 10))).isEqualTo(new Percentiles(2, 30));
    }
}
