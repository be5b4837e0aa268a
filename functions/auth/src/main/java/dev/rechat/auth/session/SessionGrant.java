package dev.rechat.auth.session;

import dev.rechat.kernel.id.SessionId;
import java.time.Duration;

/** What a signed-in browser is given: the access token in the body, the refresh token in a cookie. */
public record SessionGrant(
        SessionId session,
        String accessToken,
        Duration accessLifetime,
        String refreshToken,
        Duration refreshLifetime) {

    @Override
    public String toString() {
        return "SessionGrant[]";
    }
}
