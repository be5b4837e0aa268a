package dev.rechat.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import org.junit.jupiter.api.Test;

class SignOutEndsSessionIT {

    @Test
    void endsTheSessionAndRemovesTheCookie() {
        try (AuthApi api = AuthApi.start()) {
            Answer session = api.register("ada@example.org");

            Answer out = api.logout(session.refreshToken());

            assertThat(out.status()).isEqualTo(204);
            assertThat(out.cookie())
                    .isEqualTo("rechat_refresh=; Path=/api/v1/auth; Max-Age=0; HttpOnly; SameSite=Strict; Secure");
            assertThat(api.refresh(session.refreshToken()).code()).isEqualTo("invalid_refresh_token");
        }
    }

    @Test
    void endsItAlsoWithATokenThatWasExchanged() {
        try (AuthApi api = AuthApi.start()) {
            Answer session = api.register("ada@example.org");
            Answer renewed = api.refresh(session.refreshToken());

            api.logout(session.refreshToken());

            assertThat(api.refresh(renewed.refreshToken()).status()).isEqualTo(401);
        }
    }

    @Test
    void isFineWithoutASession() {
        try (AuthApi api = AuthApi.start()) {
            assertThat(api.logout(null).status()).isEqualTo(204);
            assertThat(api.logout("nonsense").status()).isEqualTo(204);
        }
    }
}
