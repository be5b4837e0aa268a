package dev.rechat.web.user;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.PropertyResolver;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The secret that access tokens are signed with must be given, and be long enough for HS256 (RFC 7518, 3.2). */
public final class JwtSecretRule implements ConfigurationRule {

    private static final int MIN_BYTES = 32;

    @Override
    public List<String> problems(PropertyResolver configuration) {
        String secret =
                configuration.getProperty("rechat.jwt.secret", String.class).orElse("");
        if (secret.isBlank()) {
            return List.of("RECHAT_JWT_SECRET is missing: at least " + MIN_BYTES
                    + " random characters, for example from: openssl rand -base64 48");
        }
        if (secret.strip().getBytes(StandardCharsets.UTF_8).length < MIN_BYTES) {
            return List.of("RECHAT_JWT_SECRET is too short: at least " + MIN_BYTES + " characters");
        }
        return List.of();
    }
}
