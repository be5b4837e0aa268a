package dev.rechat.maintenance.runlog.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.runlog.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What an operator sees, and what days mean. */
final class BarTest {

    @Test
    void showsHowFarItIsAndHowFast() {
        assertThat(Bar.line("workflow_runs", 500, 1_000, 12_345))
                .isEqualTo("workflow_runs                [############............]  50 %  500 of 1,000  12,345/s");
        assertThat(Bar.line("app_logs", 7, 0, 3)).endsWith("7  3/s");
    }

    @Test
    void isFullWhenMoreCameThanWereCounted() {
        assertThat(Bar.line("app_logs", 1_100, 1_000, 1)).contains("] 100 %  1,100 of 1,100");
    }

    @Test
    void takesDaysAsWholeOnesInUtcWithBothIncluded() {
        assertThat(Days.range(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31")))
                .isEqualTo(new TimeRange(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z")));
        assertThat(Days.range(null, null)).isEqualTo(TimeRange.ALL);
        assertThatThrownBy(() -> Days.range(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-01")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
