package dev.rechat.lambda.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.kernel.signal.Level;
import dev.rechat.kernel.signal.Meters;
import dev.rechat.kernel.signal.MetricName;
import io.micrometer.core.instrument.Tags;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EmbeddedMetricsTest {

    private final DrainedRegistry registry = new DrainedRegistry();
    private final Meters meters = new Meters(registry);

    @Test
    void lineIsWhatTheSpecificationWants() {
        meters.timer(MetricName.REQUESTS, "2xx", Tags.empty()).record(Duration.ofNanos(1_500_000));

        assertThat(lines()).containsExactly("""
                        {"_aws":{"Timestamp":1700000000000,"CloudWatchMetrics":[{"Namespace":"ReChat",\
                        "Dimensions":[["function"],["function","outcome"]],\
                        "Metrics":[{"Name":"rechat.requests","Unit":"Milliseconds"}]}]},\
                        "function":"rechat-auth","outcome":"2xx","rechat.requests":1.5}
                        """);
    }

    @Test
    void oneLineHoldsAllThatHasRoom() {
        meters.timer(MetricName.REQUESTS, "2xx", Tags.empty()).record(Duration.ofMillis(3));
        meters.timer(MetricName.REQUESTS, "2xx", Tags.empty()).record(Duration.ofMillis(4));
        meters.counter(MetricName.TURNS_EVENTS).increment(17);
        meters.counter(MetricName.TURNS_ENDED, "completed").increment();

        assertThat(lines())
                .singleElement()
                .asString()
                .contains(
                        "\"rechat.requests\":[3.0,4.0]",
                        "\"outcome\":\"2xx\"",
                        "\"rechat.turns.events\":17.0",
                        "\"status\":\"completed\"",
                        "\"rechat.turns.ended\":1.0",
                        "{\"Name\":\"rechat.turns.events\",\"Unit\":\"Count\"}");
    }

    @Test
    void anotherValueOfATagIsAnotherLine() {
        meters.timer(MetricName.REQUESTS, "2xx", Tags.empty()).record(Duration.ofMillis(3));
        meters.timer(MetricName.REQUESTS, "4xx", Tags.empty()).record(Duration.ofMillis(5));
        meters.counter(MetricName.TURNS_EVENTS).increment();

        List<String> lines = lines();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("\"outcome\":\"2xx\"", "\"rechat.requests\":3.0", "rechat.turns.events");
        assertThat(lines.get(1))
                .contains("\"outcome\":\"4xx\"", "\"rechat.requests\":5.0")
                .doesNotContain("rechat.turns.events");
    }

    @Test
    void noLineHoldsMoreThanAHundredValuesOfAMetric() {
        for (int i = 0; i < 250; i++) {
            meters.timer(MetricName.POOL_WAIT).record(Duration.ofMillis(7));
        }

        assertThat(lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.split("7\\.0", -1)).hasSizeLessThanOrEqualTo(101));
    }

    @Test
    void whatWasToldIsNotToldAgain() {
        meters.counter(MetricName.DIFY_ERRORS, "dify_timeout").increment(2);
        assertThat(lines()).hasSize(1);
        assertThat(lines()).isEmpty();

        meters.counter(MetricName.DIFY_ERRORS, "dify_timeout").increment();

        assertThat(lines()).singleElement().asString().contains("\"rechat.dify.errors\":1.0");
    }

    @Test
    void tagThatOnlyServersTellIsLeftOut() {
        meters.timer(MetricName.REQUESTS, "2xx", Tags.of("route", "/a", "method", "GET"))
                .record(Duration.ofMillis(1));
        meters.timer(MetricName.REQUESTS, "2xx", Tags.of("route", "/b", "method", "GET"))
                .record(Duration.ofMillis(2));

        assertThat(lines()).singleElement().asString().contains("[1.0,2.0]").doesNotContain("route");
    }

    @Test
    void ofWhatRisesAndFallsThePeakIsTold() {
        Level running = meters.level(MetricName.TURNS_RUNNING);
        running.up();
        running.up();
        running.down();
        running.down();

        assertThat(lines()).singleElement().asString().contains("\"rechat.turns.running\":2.0");
        assertThat(lines()).isEmpty();
    }

    @Test
    void metricOfSomebodyElseIsNotTold() {
        registry.counter("hikaricp.connections").increment();

        assertThat(lines()).isEmpty();
    }

    @Test
    void metricIsAskedForAsItIs() {
        assertThatThrownBy(() -> meters.counter(MetricName.REQUESTS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> meters.counter(MetricName.DIFY_ERRORS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> meters.counter(MetricName.COLD_STARTS, "yes"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> lines() {
        return new EmbeddedMetrics("rechat-auth")
                .lines(registry.take(), Instant.ofEpochSecond(1_700_000_000)).stream()
                        .map(line -> new String(line, StandardCharsets.UTF_8))
                        .toList();
    }
}
