package dev.rechat.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.SettableClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpiredTokenIT {

    @Test
    void isRefusedAndTheSessionGoesOn() {
        try (AuthApi api = AuthApi.start(Map.of("test.clock", true))) {
            SettableClock clock = api.bean(SettableClock.class);
            Answer old = api.register("ada@example.org");
            clock.forward(AccessTokens.LIFETIME.plusSeconds(61));

            Answer refused = api.me(old.accessToken());
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.code()).isEqualTo("unauthenticated");

            Answer renewed = api.refresh(old.refreshToken());
            assertThat(api.me(renewed.accessToken()).status()).isEqualTo(200);
        }
    }

    @Test
    void livesForFifteenMinutesAtMost() {
        try (AuthApi api = AuthApi.start()) {
            var claims = AccessTokenClaims.of(api.register("ada@example.org").accessToken());

            assertThat(claims.path("exp").asLong() - claims.path("iat").asLong())
                    .isEqualTo(Duration.ofMinutes(15).toSeconds());
        }
    }
}
