package dev.rechat.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ProcStatTest {

    @Test
    void addsUserAndSystemTime() {
        String line = "4711 (java) S 1 4711 4711 0 -1 4194560 99 0 0 0 250 50 7 9 20 0 30 0 12345 0 0";

        assertThat(ProcStat.parse(line).cpu()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void isNotMisledByTheNameOfTheProgram() {
        String line = "4711 (a (b) c) R) S 1 4711 4711 0 -1 4194560 99 0 0 0 100 0 7 9 20 0 30 0 12345 0 0";

        assertThat(ProcStat.parse(line).cpu()).isEqualTo(Duration.ofSeconds(1));
    }
}
