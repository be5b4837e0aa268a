package dev.rechat.accounts.device;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The cookie that tells a browser from a stranger's: out of reach of scripts and of other sites, auth routes only. */
@Singleton
public final class DeviceCookie {

    public static final String NAME = "rechat_device";

    /** The longest that browsers keep one. */
    static final Duration LIFETIME = Duration.ofDays(400);

    private final boolean secure;

    DeviceCookie(@Value("${rechat.cookies.secure}") boolean secure) {
        this.secure = secure;
    }

    /** The value of {@code Set-Cookie}. */
    String of(DeviceTokens tokens) {
        return NAME + "=" + tokens.cookieValue() + "; Path=/api/v1/auth; Max-Age=" + LIFETIME.toSeconds()
                + "; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }
}
