package dev.rechat.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.testing.database.TestDatabase;
import org.junit.jupiter.api.Test;

class DatabaseDownIT {

    @Test
    void isToldAsSuchAndForgottenWhenTheDatabaseIsBack() {
        try (AuthApi api = AuthApi.start()) {
            api.register("ada@example.org");
            assertThat(api.get("/health").json().path("database").asText()).isEqualTo("up");

            TestDatabase.shared().stop();
            try {
                Answer login = api.login("ada@example.org", AuthApi.PASSWORD);
                assertThat(login.status()).isEqualTo(503);
                assertThat(login.code()).isEqualTo("database_unavailable");
                assertThat(login.headers().firstValue("Retry-After")).contains("5");
                assertThat(login.json().toString()).doesNotContain("jdbc", "SQL", "Hikari", "127.0.0.1");
                assertThat(api.get("/health").status()).isEqualTo(503);
                assertThat(api.get("/health").json().path("database").asText()).isEqualTo("down");
            } finally {
                TestDatabase.shared().start();
            }

            assertThat(api.login("ada@example.org", AuthApi.PASSWORD).status()).isEqualTo(200);
            assertThat(api.get("/health").json().path("status").asText()).isEqualTo("healthy");
        }
    }
}
