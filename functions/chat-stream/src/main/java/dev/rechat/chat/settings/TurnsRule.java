package dev.rechat.chat.settings;

import dev.rechat.kernel.config.ConfigurationRule;
import dev.rechat.turns.log.LogRetention;
import io.micronaut.core.value.PropertyResolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is set about turns must be durations and numbers that make sense. */
public final class TurnsRule implements ConfigurationRule {

    private static final String PREFIX = "rechat.turns.";

    private static final List<String> POSITIVE =
            List.of("lease", "journal-interval", "stop-patience", "store-patience");

    private static final String LOG_RETENTION = "log-retention";

    private static final List<String> ZERO_OR_MORE = List.of("handover-margin", "title-patience");

    private static final List<String> COUNTS = List.of("max-running-per-user", "max-running-per-app");

    @Override
    public List<String> problems(PropertyResolver configuration) {
        List<String> problems = new ArrayList<>();
        for (String name : POSITIVE) {
            if (isSet(configuration, name) && !duration(configuration, name).isPositive()) {
                problems.add(variable(name) + " must be a positive duration such as 5s");
            }
        }
        for (String name : ZERO_OR_MORE) {
            if (isSet(configuration, name) && duration(configuration, name).isNegative()) {
                problems.add(variable(name) + " must be a duration such as 5s, or 0s");
            }
        }
        if (isSet(configuration, LOG_RETENTION)
                && duration(configuration, LOG_RETENTION).compareTo(LogRetention.LEAST) < 0) {
            problems.add(
                    variable(LOG_RETENTION) + " must be a duration of " + LogRetention.LEAST.toMinutes() + "m or more");
        }
        for (String name : COUNTS) {
            if (isSet(configuration, name) && number(configuration, name) < 0) {
                problems.add(variable(name) + " must be a whole number, 0 for no limit");
            }
        }
        if (isSet(configuration, "max-bytes") && number(configuration, "max-bytes") < 1) {
            problems.add(variable("max-bytes") + " must be a number of bytes");
        }
        return problems;
    }

    private static boolean isSet(PropertyResolver configuration, String name) {
        return configuration.containsProperty(PREFIX + name);
    }

    private static Duration duration(PropertyResolver configuration, String name) {
        return configuration.getProperty(PREFIX + name, Duration.class).orElse(Duration.ofSeconds(-1));
    }

    private static long number(PropertyResolver configuration, String name) {
        return configuration.getProperty(PREFIX + name, Long.class).orElse(-1L);
    }

    private static String variable(String name) {
        return "RECHAT_TURNS_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
