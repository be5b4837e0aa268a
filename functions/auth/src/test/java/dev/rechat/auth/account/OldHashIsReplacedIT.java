package dev.rechat.auth.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.accounts.password.Argon2Cost;
import dev.rechat.auth.AuthApi;
import org.junit.jupiter.api.Test;

class OldHashIsReplacedIT {

    private static final String ADA = "ada@example.org";
    private static final String WEAK = new Argon2Cost(1024, 1, 1).hash(AuthApi.PASSWORD.getBytes(UTF_8), new byte[16]);

    @Test
    void byOneOfTodaysCostWhenItsOwnerSignsIn() {
        try (AuthApi api = AuthApi.start()) {
            api.register(ADA);
            String ofToday =
                    api.stored("SELECT password_hash FROM users").replaceFirst("(\\$[^$]+\\$[^$]+\\$[^$]+\\$).*", "$1");
            api.sql("UPDATE users SET password_hash = '" + WEAK + "'");

            assertThat(api.login(ADA, "wrong password").status()).isEqualTo(401);
            api.settle();
            assertThat(api.stored("SELECT password_hash FROM users")).isEqualTo(WEAK);

            assertThat(api.login(ADA, AuthApi.PASSWORD).status()).isEqualTo(200);
            api.settle();
            assertThat(api.stored("SELECT password_hash FROM users")).startsWith(ofToday);
            assertThat(api.login(ADA, AuthApi.PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void alsoWhenItIsBcryptOfAnImportedAccount() {
        try (AuthApi api = AuthApi.start()) {
            api.register(ADA);
            api.sql("UPDATE users SET password_hash = '$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i'");

            assertThat(api.login(ADA, "abc").status()).isEqualTo(200);
            api.settle();

            assertThat(api.stored("SELECT password_hash FROM users")).startsWith("$argon2id$");
            assertThat(api.login(ADA, "abc").status()).isEqualTo(200);
        }
    }

    @Test
    void laterWhenTheUpdateFails() {
        try (AuthApi api = AuthApi.start()) {
            api.register(ADA);
            api.sql("UPDATE users SET password_hash = '" + WEAK + "'");
            api.sql("ALTER TABLE users ADD CONSTRAINT only_weak CHECK (password_hash LIKE '%m=1024,%')");

            assertThat(api.login(ADA, AuthApi.PASSWORD).status()).isEqualTo(200);
            api.settle();

            assertThat(api.stored("SELECT password_hash FROM users")).isEqualTo(WEAK);
            assertThat(api.login(ADA, AuthApi.PASSWORD).status()).isEqualTo(200);
        }
    }
}
