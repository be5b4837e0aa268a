package dev.rechat.auth.session;

import dev.rechat.kernel.id.SessionId;
import dev.rechat.persistence.account.User;
import dev.rechat.web.user.AccessTokenClaims;
import io.micronaut.security.token.jwt.generator.JwtTokenGenerator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/** Makes the short-lived tokens that say who somebody is; what they may do is looked up where they are presented. */
@Singleton
final class AccessTokens {

    /** As long as a token that was stolen can be used, unless its session is ended before. */
    static final Duration LIFETIME = Duration.ofMinutes(15);

    private final JwtTokenGenerator generator;
    private final Clock clock;

    AccessTokens(JwtTokenGenerator generator, Clock clock) {
        this.generator = generator;
        this.clock = clock;
    }

    String issue(User user, SessionId session) {
        Instant now = clock.instant();
        Map<String, Object> claims = Map.of(
                "iss",
                AccessTokenClaims.ISSUER,
                "sub",
                user.id().toString(),
                AccessTokenClaims.SESSION,
                session.toString(),
                "iat",
                Date.from(now),
                "exp",
                Date.from(now.plus(LIFETIME)));
        return generator
                .generateToken(claims)
                .orElseThrow(() -> new IllegalStateException("the access token could not be signed"));
    }
}
