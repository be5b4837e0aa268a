package dev.rechat.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.SettableClock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenRotatesIT {

    @Test
    void givesANewCookieAndAccessTokenEachTime() {
        try (AuthApi api = AuthApi.start()) {
            Answer first = api.register("ada@example.org");

            Answer second = api.refresh(first.refreshToken());
            Answer third = api.refresh(second.refreshToken());

            assertThat(second.status()).isEqualTo(200);
            assertThat(second.json().has("user")).isFalse();
            assertThat(second.json().path("token_type").asText()).isEqualTo("Bearer");
            assertThat(second.json().path("expires_in").asLong()).isEqualTo(900);
            assertThat(third.refreshToken()).isNotEqualTo(second.refreshToken()).isNotEqualTo(first.refreshToken());
            assertThat(api.me(third.accessToken()).status()).isEqualTo(200);
        }
    }

    /** Browsers send the oldest cookie first, which after the first renewal is another one. */
    @Test
    void isFoundWhereverItStandsAmongTheCookies() {
        try (AuthApi api = AuthApi.start()) {
            Answer first = api.register("ada@example.org");

            Answer second = api.refreshWith("rechat_device=known; rechat_refresh=" + first.refreshToken());
            Answer third = api.refreshWith("rechat_refresh=" + second.refreshToken() + "; rechat_device=known");

            assertThat(second.status()).isEqualTo(200);
            assertThat(third.status()).isEqualTo(200);
        }
    }

    @Test
    void isOutOfReachOfScriptsAndOtherSites() {
        try (AuthApi api = AuthApi.start()) {
            assertThat(api.register("ada@example.org").cookie())
                    .matches("rechat_refresh=[A-Za-z0-9_-]{43}; Path=/api/v1/auth; Max-Age=2592000; HttpOnly;"
                            + " SameSite=Strict; Secure");
        }
    }

    @Test
    void givesUpOnlyTheSecureMarkOnPlainHttp() {
        try (AuthApi api = AuthApi.start(Map.of("rechat.cookies.secure", false))) {
            assertThat(api.register("ada@example.org").cookie())
                    .matches("rechat_refresh=[A-Za-z0-9_-]{43}; Path=/api/v1/auth; Max-Age=2592000; HttpOnly;"
                            + " SameSite=Strict");
        }
    }

    @Test
    void isKnownToTheBrowserAlone() {
        try (AuthApi api = AuthApi.start()) {
            String token = api.register("ada@example.org").refreshToken();

            assertThat(api.stored("SELECT token_hash FROM refresh_tokens")).matches("[0-9a-f]{64}");
            assertThat(api.stored("SELECT COUNT(*) FROM refresh_tokens WHERE token_hash = '" + token + "'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void expiresAfterThirtyDaysAwayAndIsExtendedByUse() {
        try (AuthApi api = AuthApi.start(Map.of("test.clock", true))) {
            Answer session = api.register("ada@example.org");
            SettableClock clock = api.bean(SettableClock.class);

            clock.forward(Duration.ofDays(29));
            Answer renewed = api.refresh(session.refreshToken());
            clock.forward(Duration.ofDays(29));
            Answer renewedAgain = api.refresh(renewed.refreshToken());
            clock.forward(Duration.ofDays(30));
            Answer late = api.refresh(renewedAgain.refreshToken());

            assertThat(renewed.status()).isEqualTo(200);
            assertThat(renewedAgain.status()).isEqualTo(200);
            assertThat(late.code()).isEqualTo("invalid_refresh_token");
        }
    }

    @Test
    void goesOnForHalfAYearAtMost() {
        try (AuthApi api = AuthApi.start(Map.of("test.clock", true))) {
            Answer session = api.register("ada@example.org");
            SettableClock clock = api.bean(SettableClock.class);

            for (int month = 1; month <= 6; month++) {
                clock.forward(Duration.ofDays(29));
                session = api.refresh(session.refreshToken());
                assertThat(session.status()).isEqualTo(200);
            }
            clock.forward(Duration.ofDays(6));
            Answer late = api.refresh(session.refreshToken());

            assertThat(late.code()).isEqualTo("invalid_refresh_token");
            assertThat(api.stored("SELECT COUNT(*) FROM sessions WHERE ended_at IS NULL"))
                    .isEqualTo("0");
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "'; DROP TABLE users; --"})
    void refusesWhatIsNoneOfOurs(@Nullable String token) {
        try (AuthApi api = AuthApi.start()) {
            Answer answer = api.refresh(token);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("invalid_refresh_token");
            assertThat(answer.cookie()).isEmpty();
        }
    }
}
