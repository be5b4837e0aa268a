package dev.rechat.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SharesTest {

    @Test
    void addUpToTheTotalExactly() {
        int[] parts = Shares.split(200_000, Shares.zipf(1_000, 0.8), 1);

        assertThat(IntStream.of(parts).sum()).isEqualTo(200_000);
        assertThat(parts).doesNotContain(0);
    }

    @Test
    void giveTheFirstFarMoreThanTheMiddle() {
        int[] parts = Shares.split(200_000, Shares.zipf(1_000, 0.8), 1);

        assertThat(parts[0]).isBetween(8_000, 16_000);
        assertThat(parts[499]).isLessThan(200);
    }

    @Test
    void areTheMinimumWhereNothingIsLeft() {
        assertThat(Shares.split(3, new double[] {5, 1, 1}, 1)).containsExactly(1, 1, 1);
        assertThatThrownBy(() -> Shares.split(2, new double[] {5, 1, 1}, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
