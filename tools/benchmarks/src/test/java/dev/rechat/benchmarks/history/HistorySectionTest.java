package dev.rechat.benchmarks.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HistorySectionTest {

    @Test
    void tellsWhetherTheMedianKeepsTheGoal() {
        String section = HistorySection.figures(
                "facts",
                List.of(
                        new Outcome(Operation.FIRST_PAGE, millis(10), millis(14), millis(30), null),
                        new Outcome(Operation.OPEN, millis(10), millis(16), millis(30), null),
                        new Outcome(Operation.SEARCH_RARE, millis(10), millis(29), millis(90), null)));

        assertThat(section)
                .contains(
                        "| first page of the list | 10.0 / 10.0 | 14.0 / 14.0 | 1.40 / 1.40 | 40 / 40 | 2.0 / 2.0 | 30.")
                .contains("* first page of the list: 1.40 times, goal at most 1.5: kept\n")
                .contains("newest messages: 1.60 times, goal at most 1.5: **missed**\n")
                .contains("2.90 times, goal at most 3.0: kept; ended with its budget: 0 % of searches");
    }

    @Test
    void tellsWhatTheProductRefused() {
        Timings none = new Timings();

        assertThat(HistorySection.figures(
                        "facts", List.of(new Outcome(Operation.COUNTS, none, none, none, "answered with 404"))))
                .contains("| counts | – | – | – | – | – | – |\n")
                .contains("* counts: not measured, answered with 404\n");
    }

    @Test
    void showsPlansBelowTheirStatements() {
        PlanStep step = new PlanStep("messages", "range", "PRIMARY", "19", "Using where");
        String section = HistorySection.plans(
                Map.of(Operation.MIDDLE, List.of(new Plan("SELECT 1 FROM messages", List.of("MariaDB: " + step)))));

        assertThat(section)
                .contains("**messages before one in the middle**\n\n```sql\nSELECT 1 FROM messages\n```\n\n"
                        + "* MariaDB: messages: range, key PRIMARY, about 19 rows; Using where\n");
    }

    @Test
    void hasAPlaceInTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("../../docs/performance.md"));

        assertThat(HistorySection.FIGURES.replace(page, "new\n")).contains("new\n");
        assertThat(HistorySection.PLANS.replace(page, "new\n")).contains("new\n");
        assertThatThrownBy(() -> HistorySection.PLANS.replace("# Performance", "new"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Timings millis(long millis) {
        Timings timings = new Timings();
        timings.add(millis * 1_000_000, new Pages(40, 2), true);
        return timings;
    }
}
