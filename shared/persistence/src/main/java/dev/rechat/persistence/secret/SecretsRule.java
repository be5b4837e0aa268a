package dev.rechat.persistence.secret;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.PropertyResolver;
import java.util.List;

/** The key that Dify keys are sealed with must be given, and be one. */
public final class SecretsRule implements ConfigurationRule {

    @Override
    public List<String> problems(PropertyResolver configuration) {
        try {
            SecretsFactory.keys(
                    configuration.getProperty(SecretsFactory.KEYS, String.class).orElse(""));
            return List.of();
        } catch (IllegalArgumentException wrong) {
            return List.of("RECHAT_SECRETS_KEYS " + wrong.getMessage());
        }
    }
}
