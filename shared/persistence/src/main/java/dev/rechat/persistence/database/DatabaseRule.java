package dev.rechat.persistence.database;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.PropertyResolver;
import java.util.ArrayList;
import java.util.List;

/** A MySQL-family URL and a user must be given. */
public final class DatabaseRule implements ConfigurationRule {

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
        return problems;
    }
}
