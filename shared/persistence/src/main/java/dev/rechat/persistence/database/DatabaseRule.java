package dev.rechat.persistence.database;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.PropertyResolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A MySQL-family URL and a user must be given; how long to wait for a connection, when it is given, must make sense. */
public final class DatabaseRule implements ConfigurationRule {

    /** Property: how long a request waits for a connection. */
    static final String PATIENCE = "rechat.database.patience";

    /** The pool takes no less. */
    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(1);

    private static final Duration MOST_PATIENCE = Duration.ofMinutes(1);

    @Override
    public List<String> problems(PropertyResolver configuration) {
        List<String> problems = new ArrayList<>();
        String url = configuration
                .getProperty("datasources.default.url", String.class)
                .orElse("");
        if (url.isBlank()) {
            problems.add("DATASOURCES_DEFAULT_URL is missing: jdbc:mysql://HOST:3306/DATABASE");
        } else if (!url.startsWith("jdbc:mysql://")) {
            problems.add(
                    "DATASOURCES_DEFAULT_URL must begin with jdbc:mysql:// (MariaDB, Aurora, TiDB and OceanBase too)");
        }
        if (configuration
                .getProperty("datasources.default.username", String.class)
                .orElse("")
                .isBlank()) {
            problems.add("DATASOURCES_DEFAULT_USERNAME is missing");
        }
        if (configuration.containsProperty(PATIENCE) && !isPatience(configuration)) {
            problems.add("RECHAT_DATABASE_PATIENCE must be a duration from 1s to 1m");
        }
        return problems;
    }

    private static boolean isPatience(PropertyResolver configuration) {
        Duration patience = configuration.getProperty(PATIENCE, Duration.class).orElse(Duration.ZERO);
        return patience.compareTo(LEAST_PATIENCE) >= 0 && patience.compareTo(MOST_PATIENCE) <= 0;
    }
}
