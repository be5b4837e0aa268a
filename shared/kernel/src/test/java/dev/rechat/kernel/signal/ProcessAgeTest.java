package dev.rechat.kernel.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessAgeTest {

    @Test
    void isCountedFromTheStartOfTheMachineWhateverTheProgramIsCalled() {
        String stat = "4711 (a) b (c) S 1 4711 4711 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 33 0 123450 0 0";

        assertThat(ProcessAge.age(stat, "1234.75 99.00\n")).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void isKnownOfThisProcess() {
        assertThat(ProcessAge.now())
                .hasValueSatisfying(age -> assertThat(age).isBetween(Duration.ofMillis(10), Duration.ofHours(1)));
    }
}
