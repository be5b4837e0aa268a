package dev.rechat.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import org.junit.jupiter.api.Test;

class DisabledAccountIT {

    @Test
    void neitherSignsInNorGoesOnNorIsTold() {
        try (AuthApi api = AuthApi.start()) {
            Answer session = api.register("ada@example.org");
            api.sql("UPDATE users SET active = FALSE");

            assertThat(api.login("ada@example.org", AuthApi.PASSWORD).code()).isEqualTo("account_disabled");
            assertThat(api.me(session.accessToken()).code()).isEqualTo("unauthenticated");
            assertThat(api.refresh(session.refreshToken()).code()).isEqualTo("account_disabled");

            api.sql("UPDATE users SET active = TRUE");
            assertThat(api.refresh(session.refreshToken()).code()).isEqualTo("invalid_refresh_token");
        }
    }

    @Test
    void doesNotTellWhoDoesNotKnowThePassword() {
        try (AuthApi api = AuthApi.start()) {
            api.register("ada@example.org");
            api.sql("UPDATE users SET active = FALSE");

            assertThat(api.login("ada@example.org", "wrong password").code()).isEqualTo("invalid_credentials");
        }
    }

    @Test
    void isGoneWhenItWasDeleted() {
        try (AuthApi api = AuthApi.start()) {
            Answer session = api.register("ada@example.org");
            api.sql("DELETE FROM users");

            assertThat(api.me(session.accessToken()).status()).isEqualTo(401);
            assertThat(api.refresh(session.refreshToken()).status()).isEqualTo(401);
        }
    }
}
