package dev.rechat.maintenance.settings;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.PropertyResolver;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What is set about housekeeping must be durations that make sense. */
public final class MaintenanceRule implements ConfigurationRule {

    private static final String MAINTENANCE = "rechat.maintenance.";

    private static final List<String> POSITIVE = List.of(
            MAINTENANCE + "orphans-after",
            MAINTENANCE + "uploads-kept",
            MAINTENANCE + "budgets-kept",
            MAINTENANCE + "runs-kept",
            // Also of the functions that write the logs.
            "rechat.turns.log-retention");

    @Override
    public List<String> problems(PropertyResolver configuration) {
        return POSITIVE.stream()
                .filter(configuration::containsProperty)
                .filter(name -> !configuration
                        .getProperty(name, Duration.class)
                        .orElse(Duration.ZERO)
                        .isPositive())
                .map(name -> variable(name) + " must be a positive duration such as 48h")
                .toList();
    }

    private static String variable(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
