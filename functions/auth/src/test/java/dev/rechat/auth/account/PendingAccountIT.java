package dev.rechat.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import org.junit.jupiter.api.Test;

class PendingAccountIT {

    @Test
    void signsInAndSeesItself() {
        try (AuthApi api = AuthApi.start()) {
            api.register("ada@example.org");
            api.sql("UPDATE users SET role = 'PENDING'");

            Answer session = api.login("ada@example.org", AuthApi.PASSWORD);

            assertThat(session.json().at("/user/role").asText()).isEqualTo("pending");
            assertThat(api.me(session.accessToken()).json().path("role").asText())
                    .isEqualTo("pending");
            assertThat(api.refresh(session.refreshToken()).status()).isEqualTo(200);
        }
    }
}
