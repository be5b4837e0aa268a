package dev.rechat.benchmarks.paced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PaceTest {

    private final Pace pace = new Pace(100, Duration.ofMillis(50));

    @Test
    void travelsInTheQuestion() {
        String body = "{\"inputs\":{},\"query\":\"" + pace.question() + "\",\"user\":\"u\"}";

        assertThat(Pace.asked(body)).isEqualTo(pace);
    }

    @Test
    void lastsAsLongAsItsEvents() {
        assertThat(pace.length()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void refusesAnotherQuestion() {
        assertThatThrownBy(() -> Pace.asked("{\"query\":\"What is a lease?\"}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
