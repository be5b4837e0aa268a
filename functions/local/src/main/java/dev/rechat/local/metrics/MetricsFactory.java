package dev.rechat.local.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.DoubleStream;

@Factory
@Requires(property = MetricsTokenRule.PROPERTY)
final class MetricsFactory {

    /** Bounds of what is counted of times, in seconds: fine where a person notices the difference. */
    private static final double[] SECONDS = {0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60};

    @Singleton
    @Bean(typed = {MeterRegistry.class, PrometheusMeterRegistry.class})
    PrometheusMeterRegistry registry() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(new Bounds());
        return registry;
    }

    private static final class Bounds implements MeterFilter {

        private final DistributionStatisticConfig bounds = DistributionStatisticConfig.builder()
                .serviceLevelObjectives(DoubleStream.of(SECONDS)
                        .map(seconds -> seconds * Duration.ofSeconds(1).toNanos())
                        .toArray())
                .build();

        @Override
        public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
            return id.getType() == Meter.Type.TIMER ? bounds.merge(config) : config;
        }
    }
}
