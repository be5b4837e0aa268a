package dev.rechat.benchmarks.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class PerformancePageTest {

    @Test
    void replacesOnlyWhatStandsBetweenItsMarks() {
        String page = "before\n" + PerformancePage.BEGIN + "\nold\n" + PerformancePage.END + "\nafter\n";

        assertThat(PerformancePage.replace(page, "new\n"))
                .isEqualTo("before\n" + PerformancePage.BEGIN + "\nnew\n" + PerformancePage.END + "\nafter\n");
    }

    @Test
    void refusesAPageWithoutMarks() {
        assertThatThrownBy(() -> PerformancePage.replace("# Performance", "new"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasAPlaceInTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("../../docs/performance.md"));

        assertThat(PerformancePage.replace(page, "new\n")).contains("new\n");
    }
}
