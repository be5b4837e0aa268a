package dev.rechat.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RowTextTest {

    @Test
    void escapesWhatWouldEndAFieldAndKeepsNullApart() {
        StringBuilder text = new StringBuilder();

        RowText.append(text, "a\tb\nc\\N", null, true, 7, Instant.parse("2026-03-01T12:00:00.005Z"));

        assertThat(text).hasToString("a\\tb\\nc\\\\N\t\\N\t1\t7\t2026-03-01 12:00:00.005\n");
    }
}
