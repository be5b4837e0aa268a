package dev.rechat.web.user;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.PropertyResolver;
import java.util.List;

/** The keys that access tokens are signed with must be given, and be keys. */
public final class JwtKeysRule implements ConfigurationRule {

    @Override
    public List<String> problems(PropertyResolver configuration) {
        String keys = text(configuration, JwtKeys.PROPERTY);
        if (keys.isBlank() && !text(configuration, "rechat.jwt.secret").isBlank()) {
            return List.of("RECHAT_JWT_KEYS is missing and takes the place of RECHAT_JWT_SECRET:"
                    + " set it to an id of your choice, a colon and the secret, for example k1:SECRET");
        }
        try {
            JwtKeys.parse(keys);
            return List.of();
        } catch (IllegalArgumentException wrong) {
            return List.of("RECHAT_JWT_KEYS " + wrong.getMessage());
        }
    }

    private static String text(PropertyResolver configuration, String name) {
        return configuration.getProperty(name, String.class).orElse("");
    }
}
