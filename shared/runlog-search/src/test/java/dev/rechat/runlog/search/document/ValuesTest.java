package dev.rechat.runlog.search.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.runlog.search.client.Json;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.001S", "PT0.123456789S", "PT12.345S", "P30DT23H59M59.999999999S"})
    void keepsDurationsToTheNanosecond(String text) {
        Duration duration = Duration.parse(text);

        assertThat(Values.duration(Json.object("took", Values.seconds(duration)), "took"))
                .isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01T00:00:00Z", "2026-01-01T00:00:00.100Z", "2026-12-31T23:59:59.999Z"})
    void keepsTimesToTheMillisecond(String text) {
        Instant time = Instant.parse(text);

        assertThat(Values.time(Json.object("at", Values.time(time.plusNanos(999))), "at"))
                .isEqualTo(time);
    }
}
