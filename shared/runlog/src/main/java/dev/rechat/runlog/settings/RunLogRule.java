package dev.rechat.runlog.settings;

import dev.rechat.kernel.config.ConfigurationRule;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.store.StoreName;
import io.micronaut.core.value.PropertyResolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Stores there are, a tenant that may stand in names, days and times that make sense. */
public final class RunLogRule implements ConfigurationRule {

    private static final String PREFIX = RunLogConfiguration.PREFIX + ".";
    private static final int MOST_DAYS = 36_500;
    private static final Duration LONGEST_FALLBACK = Duration.ofMinutes(10);

    @Override
    public List<String> problems(PropertyResolver configuration) {
        List<String> problems = new ArrayList<>();
        given(configuration, "store", store -> {
            if (!isAccepted(store, StoreName::of)) {
                problems.add("RUNLOG_STORE must be mysql or elasticsearch");
            } else if (store.equals(StoreName.ELASTICSEARCH.wire())
                    && !configuration.containsProperties(PREFIX + "elasticsearch.hosts")) {
                problems.add("RUNLOG_STORE is elasticsearch: RUNLOG_ELASTICSEARCH_HOSTS is missing");
            }
        });
        given(configuration, "tenant", tenant -> {
            if (!isAccepted(tenant, Tenant::new)) {
                problems.add("RUNLOG_TENANT must be 1 to 36 of a-z, 0-9, - and _, beginning with a letter or digit");
            }
        });
        given(configuration, "content", content -> {
            if (!Set.of("full", "none").contains(content)) {
                problems.add("RUNLOG_CONTENT must be full or none");
            }
        });
        given(configuration, "payloads", place -> {
            if (place.contains("://") && !place.startsWith("s3://")) {
                problems.add(
                        "RUNLOG_PAYLOADS must be a folder or s3://bucket/prefix, or empty to keep payloads in the database");
            }
        });
        given(configuration, "retention-days", days -> {
            int number = configuration
                    .getProperty(PREFIX + "retention-days", Integer.class)
                    .orElse(-1);
            if (number < 0 || number > MOST_DAYS) {
                problems.add("RUNLOG_RETENTION_DAYS must be a number of days, 0 for ever");
            }
        });
        given(configuration, "fallback-after", time -> {
            Duration after = configuration
                    .getProperty(PREFIX + "fallback-after", Duration.class)
                    .orElse(Duration.ofDays(1));
            if (after.isNegative() || after.compareTo(LONGEST_FALLBACK) > 0) {
                problems.add("RUNLOG_FALLBACK_AFTER must be a duration from 0s to 10m");
            }
        });
        return problems;
    }

    private static void given(PropertyResolver configuration, String name, Consumer<String> check) {
        configuration.getProperty(PREFIX + name, String.class).ifPresent(check);
    }

    private static boolean isAccepted(String value, Consumer<String> reading) {
        try {
            reading.accept(value);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
