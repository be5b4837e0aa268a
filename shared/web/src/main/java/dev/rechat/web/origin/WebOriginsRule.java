package dev.rechat.web.origin;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.PropertyResolver;
import java.util.List;

/** The other origins, where some are given, must be origins. */
public final class WebOriginsRule implements ConfigurationRule {

    @Override
    public List<String> problems(PropertyResolver configuration) {
        try {
            WebOrigins.parse(configuration
                    .getProperty(WebOrigins.PROPERTY, String.class)
                    .orElse(""));
            return List.of();
        } catch (IllegalArgumentException wrong) {
            return List.of("RECHAT_WEB_ORIGINS must be origins such as https://chat.example.org, separated by commas,"
                    + " without paths");
        }
    }
}
