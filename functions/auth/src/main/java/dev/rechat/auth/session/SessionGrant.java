package dev.rechat.auth.session;

import java.time.Duration;

/** What a signed-in browser is given: the access token in the body, the refresh token in a cookie. */
public record SessionGrant(String accessToken, Duration accessLifetime, String refreshToken, Duration refreshLifetime) {

    @Override
    public String toString() {
        return "SessionGrant[]";
    }
}
