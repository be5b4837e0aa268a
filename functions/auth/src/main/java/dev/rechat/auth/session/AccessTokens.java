package dev.rechat.auth.session;

import dev.rechat.kernel.id.SessionId;
import dev.rechat.persistence.account.User;
import io.micronaut.context.annotation.Value;
import io.micronaut.security.token.jwt.generator.JwtTokenGenerator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Makes the short-lived tokens that every function checks without asking the database. */
@Singleton
final class AccessTokens {

    /** The claim that names the session. */
    static final String SESSION = "sid";

    /** As long as a role or an account that was taken away may still be used. */
    static final Duration LIFETIME = Duration.ofMinutes(15);

    private final JwtTokenGenerator generator;
    private final Clock clock;
    private final String issuer;

    AccessTokens(
            JwtTokenGenerator generator,
            Clock clock,
            @Value("${micronaut.security.token.jwt.claims-validators.issuer}") String issuer) {
        this.generator = generator;
        this.clock = clock;
        this.issuer = issuer;
    }

    String issue(User user, SessionId session) {
        Instant now = clock.instant();
        Map<String, Object> claims = Map.of(
                "iss", issuer,
                "sub", user.id().toString(),
                SESSION, session.toString(),
                "roles", List.of(user.role().code()),
                "iat", Date.from(now),
                "exp", Date.from(now.plus(LIFETIME)));
        return generator
                .generateToken(claims)
                .orElseThrow(() -> new IllegalStateException("the access token could not be signed"));
    }
}
