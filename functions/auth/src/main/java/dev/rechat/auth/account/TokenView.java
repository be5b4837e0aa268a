package dev.rechat.auth.account;

import dev.rechat.auth.session.SessionGrant;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * An access token.
 *
 * @param user who signed in; left out when a session is only renewed
 * @param expiresIn seconds
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record TokenView(@Nullable UserView user, String accessToken, String tokenType, long expiresIn) {

    static TokenView of(@Nullable UserView user, SessionGrant grant) {
        return new TokenView(
                user, grant.accessToken(), "Bearer", grant.accessLifetime().toSeconds());
    }

    @Override
    public String toString() {
        return "TokenView[]";
    }
}
