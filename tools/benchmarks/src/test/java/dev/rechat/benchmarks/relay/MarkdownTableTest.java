package dev.rechat.benchmarks.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkdownTableTest {

    private final List<String> lines = MarkdownTable.of(List.of(
                    Runs.direct(),
                    Runs.rechat(61.44, new Percentiles(1.1, 11.2), 38).above(Runs.direct())))
            .lines()
            .toList();

    @Test
    void hasARowPerRunAndOneNumberOfCells() {
        assertThat(lines).hasSize(4);
        assertThat(lines.stream().map(line -> line.chars().filter(c -> c == '|').count()))
                .containsOnly(15L);
    }

    @Test
    void leavesOutWhatAWayDoesNotHave() {
        assertThat(lines.get(2))
                .isEqualTo(
                        "| 500 | direct | 0 | – | 0.1 / 1.2 | – | 2.0 / 5.0 | – | – | – | – | – | – | 44.4 / 17.0 |");
    }

    @Test
    void showsOneDecimal() {
        assertThat(lines.get(3))
                .isEqualTo(
                        "| 500 | rechat | 0 | 0.80 | 1.1 / 11.2 | 1.0 / 10.0 | 2.0 / 5.0 | 61.4 | 61.4 | 19.6 | 38.0 | 7.5"
                                + " | 9.0 / 2.0 / 6.0 / 21.0 | 44.4 / 17.0 |");
    }
}
