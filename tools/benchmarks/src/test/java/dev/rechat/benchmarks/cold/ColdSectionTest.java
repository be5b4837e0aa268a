package dev.rechat.benchmarks.cold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.benchmarks.cold.Figures.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ColdSectionTest {

    private static final Figures HELLO =
            new Figures("hello, native", new Spread(4, 5), new Spread(5, 6), null, 11, 12, 15.2, null);
    private static final Figures AUTH = new Figures(
            "auth, native", new Spread(90, 99), new Spread(100, 110), new Spread(180.04, 190), 80, 85.5, 110.0, 34.0);

    @Test
    void comparesWithWhatDoesNothing() {
        assertThat(ColdSection.of("facts", List.of(HELLO, AUTH), List.of()))
                .contains(
                        "| auth, native | 90.0 / 99.0 | 100.0 / 110.0 | 180.0 / 190.0 | 20.0 | 80.0 / 85.5 | 110.0 / 34.0 |\n")
                .contains("| hello, native | 4.0 / 5.0 | 5.0 / 6.0 | – | 1.0 | 11.0 / 12.0 | 15.2 / – |\n");
    }

    @Test
    void namesWhatWasNotThere() {
        assertThat(ColdSection.of("facts", List.of(AUTH), List.of("admin (native)")))
                .contains("not measured: admin (native).")
                .contains("| – | 80.0 / 85.5 |");
    }

    @Test
    void takesPercentilesOfWhatWasMeasured() {
        assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(new Spread(2, 4));
    }

    @Test
    void hasAPlaceInTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("../../docs/performance.md"));

        assertThat(ColdSection.PAGE.replace(page, "new\n")).contains("new\n");
    }
}
