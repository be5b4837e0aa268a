package dev.rechat.maintenance.settings;

import dev.rechat.kernel.config.ConfigurationRule;
import dev.rechat.turns.log.LogRetention;
import io.micronaut.core.value.PropertyResolver;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is set about housekeeping must be durations that make sense: a zero too few must not cost anybody anything. */
public final class MaintenanceRule implements ConfigurationRule {

    private static final String MAINTENANCE = "rechat.maintenance.";

    private static final List<Floor> FLOORS = List.of(
            // Whoever lost a connection comes back within that, and gets the better end.
            new Floor(MAINTENANCE + "orphans-after", Duration.ofMinutes(5)),
            new Floor(MAINTENANCE + "uploads-kept", Duration.ofHours(1)),
            // Two months: charges of a period that still counts are what its counters are made of.
            new Floor(MAINTENANCE + "budgets-kept", Duration.ofDays(62)),
            // The longest turn there is: whoever makes it tells the end better.
            new Floor(MAINTENANCE + "open-runs-after", Duration.ofHours(1)),
            new Floor(MAINTENANCE + "open-runs-given-up", Duration.ofDays(1)),
            // A form may wait that long for a person.
            new Floor(MAINTENANCE + "pauses-kept", Duration.ofDays(7)),
            new Floor(MAINTENANCE + "runs-kept", Duration.ofDays(1)),
            // Also of the functions that write the logs.
            new Floor("rechat.turns.log-retention", LogRetention.LEAST));

    @Override
    public List<String> problems(PropertyResolver configuration) {
        return FLOORS.stream().flatMap(floor -> floor.problems(configuration)).toList();
    }

    private record Floor(String property, Duration least) {

        Stream<String> problems(PropertyResolver configuration) {
            if (!configuration.containsProperty(property)) {
                return Stream.empty();
            }
            Duration set = configuration.getProperty(property, Duration.class).orElse(Duration.ZERO);
            return set.compareTo(least) >= 0
                    ? Stream.empty()
                    : Stream.of(variable() + " must be a duration of " + text() + " or more");
        }

        private String variable() {
            return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        }

        private String text() {
            if (least.toDays() > 0) {
                return least.toDays() + "d";
            }
            return least.toHours() > 0 ? least.toHours() + "h" : least.toMinutes() + "m";
        }
    }
}
