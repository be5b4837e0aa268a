package dev.rechat.web.user;

import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an access token must say beside being signed: that it is one of ours, whose, of which session, since when and until
 * when. Clocks may differ by a minute in either direction.
 *
 * @param <T> the request, which does not matter
 */
@Singleton
public final class AccessTokenClaims<T> implements GenericJwtClaimsValidator<T> {

    /** Who issues access tokens. */
    public static final String ISSUER = "rechat";

    /** The claim that names the session. */
    public static final String SESSION = "sid";

    private static final Duration SKEW = Duration.ofSeconds(60);

    private final Clock clock;

    AccessTokenClaims(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean validate(Claims claims, @Nullable T request) {
        Instant now = clock.instant();
        Instant issued = time(claims, Claims.ISSUED_AT);
        Instant expires = time(claims, Claims.EXPIRATION_TIME);
        return ISSUER.equals(claims.get(Claims.ISSUER))
                && isId(claims.get(Claims.SUBJECT), UserId::of)
                && isId(claims.get(SESSION), SessionId::of)
                && issued != null
                && begun(issued, now)
                && (!claims.contains(Claims.NOT_BEFORE) || begun(time(claims, Claims.NOT_BEFORE), now))
                && expires != null
                && now.isBefore(expires.plus(SKEW));
    }

    private static boolean begun(@Nullable Instant time, Instant now) {
        return time != null && !time.isAfter(now.plus(SKEW));
    }

    private static @Nullable Instant time(Claims claims, String name) {
        return claims.get(name) instanceof Date date ? date.toInstant() : null;
    }

    private static boolean isId(@Nullable Object value, Function<String, ?> parse) {
        try {
            return value instanceof String text && parse.apply(text) != null;
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }
}
