package dev.rechat.web.log;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.PropertyResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A level or a form that nobody knows would be taken for the usual one, in silence. */
public final class LogRule implements ConfigurationRule {

    private static final Set<String> LEVELS = Set.of("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE", "ALL");

    @Override
    public List<String> problems(PropertyResolver configuration) {
        List<String> problems = new ArrayList<>();
        configuration
                .getProperty("rechat.log.format", String.class)
                .filter(name -> LogFormat.of(name).isEmpty())
                .ifPresent(_ -> problems.add(LogFormat.VARIABLE + " must be json or text"));
        configuration
                .getProperty("rechat.log.level", String.class)
                .filter(name -> !LEVELS.contains(name.strip().toUpperCase(Locale.ROOT)))
                .ifPresent(_ -> problems.add(LogSetup.LEVEL + " must be ERROR, WARN, INFO, DEBUG or TRACE"));
        return problems;
    }
}
