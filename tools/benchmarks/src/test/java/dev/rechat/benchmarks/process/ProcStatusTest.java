package dev.rechat.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ProcStatusTest {

    @Test
    void findsResidentMemory() {
        String text = "Name:\tjava\nVmPeak:\t 9000 kB\nVmHWM:\t  5000 kB\nVmRSS:\t  4096 kB\nThreads:\t30\n";

        assertThat(ProcStatus.parse(text).residentKib()).isEqualTo(4096);
    }

    @Test
    void refusesAProcessWithoutMemory() {
        assertThatThrownBy(() -> ProcStatus.parse("Name:\tkthreadd\n")).isInstanceOf(IllegalArgumentException.class);
    }
}
