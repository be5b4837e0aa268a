package dev.rechat.web.request;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.PropertyResolver;
import java.util.List;
import java.util.Set;

/** Anything else would be taken for off, in silence. */
public final class TracesRule implements ConfigurationRule {

    private static final Set<String> KNOWN = Set.of("on", "off", "true", "false");

    @Override
    public List<String> problems(PropertyResolver configuration) {
        return configuration
                .getProperty("rechat.traces", String.class)
                .filter(value -> !KNOWN.contains(value))
                .map(_ -> List.of("RECHAT_TRACES must be on or off"))
                .orElse(List.of());
    }
}
