package dev.rechat.lambda.signal;

import dev.rechat.kernel.signal.Level;
import dev.rechat.kernel.signal.MetricName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The registry of a function: remembers what has not been told yet. Knows our metrics, and of their tags the one that counts. */
@Singleton
final class DrainedRegistry extends SimpleMeterRegistry {

    private final Map<MetricName, List<Meter>> known = new EnumMap<>(MetricName.class);

    DrainedRegistry() {
        config().meterFilter(new OnlyOurs());
    }

    @Override
    protected Counter newCounter(Meter.Id id) {
        return known(new DrainedCounter(id));
    }

    @Override
    protected Timer newTimer(Meter.Id id, DistributionStatisticConfig distribution, PauseDetector pauses) {
        return known(new DrainedTimer(id, clock, pauses));
    }

    @Override
    protected <T> Gauge newGauge(Meter.Id id, @Nullable T subject, ToDoubleFunction<T> value) {
        return subject instanceof Level level ? known(new DrainedLevel(id, level)) : super.newGauge(id, subject, value);
    }

    private synchronized <M extends Meter> M known(M meter) {
        known.computeIfAbsent(OnlyOurs.name(meter.getId()), absent -> new ArrayList<>())
                .add(meter);
        return meter;
    }

    /** What came since the last time. */
    synchronized List<Reading> take() {
        List<Reading> readings = new ArrayList<>();
        known.forEach((name, meters) -> meters.forEach(meter -> {
            List<Double> values = ((Drained) meter).take();
            if (!values.isEmpty()) {
                String value = name.tag().map(meter.getId()::getTag).orElse(null);
                readings.add(new Reading(name, value, values));
            }
        }));
        return readings;
    }

    /** Each further tag would be a metric of its own to pay. */
    private static final class OnlyOurs implements MeterFilter {

        @Override
        public MeterFilterReply accept(Meter.Id id) {
            for (MetricName name : MetricName.values()) {
                if (name.text().equals(id.getName())) {
                    return MeterFilterReply.NEUTRAL;
                }
            }
            return MeterFilterReply.DENY;
        }

        @Override
        public Meter.Id map(Meter.Id id) {
            if (accept(id) == MeterFilterReply.DENY) {
                return id;
            }
            String tag = name(id).tag().orElse("");
            List<Tag> kept = id.getTags().stream()
                    .filter(each -> each.getKey().equals(tag))
                    .toList();
            return id.replaceTags(kept);
        }

        static MetricName name(Meter.Id id) {
            for (MetricName name : MetricName.values()) {
                if (name.text().equals(id.getName())) {
                    return name;
                }
            }
            throw new IllegalArgumentException("not one of our metrics: " + id.getName());
        }
    }
}
