package dev.rechat.auth.session;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * The cookie that holds the refresh token: out of reach of scripts and of other sites, and sent to the auth routes only.
 * Written by hand, because the cookie encoders of the two servers we run on differ, and this one may not.
 */
@Singleton
public final class RefreshCookie {

    public static final String NAME = "rechat_refresh";

    static final String PATH = "/api/v1/auth";

    private final boolean secure;

    /** @param secure false only where the browser speaks plain HTTP to this machine */
    RefreshCookie(@Value("${rechat.cookies.secure}") boolean secure) {
        this.secure = secure;
    }

    /** The value of {@code Set-Cookie}. */
    public String of(SessionGrant grant) {
        return header(grant.refreshToken(), grant.refreshLifetime());
    }

    /** The value of {@code Set-Cookie} that removes it. */
    public String cleared() {
        return header("", Duration.ZERO);
    }

    private String header(String value, Duration lifetime) {
        return NAME + "=" + value + "; Path=" + PATH + "; Max-Age=" + lifetime.toSeconds()
                + "; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }
}
