package dev.rechat.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class LiveHeapTest {

    @Test
    void readsTheTotalOfAClassHistogram() {
        String histogram = """
                4711:
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:        100000        8000000  [B (java.base@25)
                Total        420000       31415926
                """;

        assertThat(LiveHeap.parse(histogram)).isEqualTo(31_415_926);
    }

    @Test
    void refusesWhatIsNoHistogram() {
        assertThatThrownBy(() -> LiveHeap.parse("4711: no such process")).isInstanceOf(IllegalArgumentException.class);
    }
}
