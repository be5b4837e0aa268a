package dev.rechat.kernel.signal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;

/**
 * The way to every metric: by its name, with the tag that it has. What is asked for once and kept costs an addition each
 * time it counts. Thread-safe.
 */
@Singleton
public final class Meters {

    private final MeterRegistry registry;

    public Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    public Counter counter(MetricName name) {
        require(name, MetricKind.COUNTER, false);
        return registry.counter(name.text());
    }

    public Counter counter(MetricName name, String value) {
        require(name, MetricKind.COUNTER, true);
        return registry.counter(name.text(), tag(name, value));
    }

    public Timer timer(MetricName name) {
        require(name, MetricKind.TIMER, false);
        return registry.timer(name.text());
    }

    /** @param further tags that only one's own server tells: in CloudWatch each would be a metric to pay */
    public Timer timer(MetricName name, String value, Tags further) {
        require(name, MetricKind.TIMER, true);
        return registry.timer(name.text(), further.and(tag(name, value)));
    }

    /** To be asked for once: whoever asks again counts for himself, and is not told of. */
    public Level level(MetricName name) {
        require(name, MetricKind.GAUGE, false);
        Level level = new Level();
        registry.gauge(name.text(), Tags.empty(), level, Level::now);
        return level;
    }

    private static Tags tag(MetricName name, String value) {
        return Tags.of(name.tag().orElseThrow(), value);
    }

    private static void require(MetricName name, MetricKind kind, boolean tagged) {
        if (name.kind() != kind || name.tag().isPresent() != tagged) {
            throw new IllegalArgumentException(name + " is another kind of metric, or is told apart otherwise");
        }
    }
}
