package dev.rechat.local.metrics;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.PropertyResolver;
import java.util.List;

/** A token that can be guessed would show everybody how busy the house is. */
public final class MetricsTokenRule implements ConfigurationRule {

    static final String PROPERTY = "rechat.metrics.token";

    private static final int SHORTEST = 16;

    @Override
    public List<String> problems(PropertyResolver configuration) {
        return configuration
                .getProperty(PROPERTY, String.class)
                .filter(token -> token.strip().length() < SHORTEST)
                .map(_ -> List.of(
                        "RECHAT_METRICS_TOKEN must have " + SHORTEST + " characters or more: openssl rand -hex 24"))
                .orElse(List.of());
    }
}
