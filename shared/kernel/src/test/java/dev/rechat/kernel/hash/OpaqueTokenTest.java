package dev.rechat.kernel.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpaqueTokenTest {

    private static final String GOOD = "q3Zx0-7vKcYb2LwN5tRf8HgJ1mPsU4dEaOiXyVzBn_T";

    @Test
    void holds256BitsAndIsNeverTheSame() {
        SecureRandom random = new SecureRandom();

        OpaqueToken token = OpaqueToken.random(random);

        assertThat(token.value())
                .matches("[A-Za-z0-9_-]{43}")
                .isNotEqualTo(OpaqueToken.random(random).value());
        assertThat(OpaqueToken.of(token.value())).contains(token);
    }

    @Test
    void isKnownByItsHashAlone() {
        OpaqueToken token = new OpaqueToken(GOOD);

        assertThat(token.hash()).isEqualTo(Sha256.hex(GOOD)).hasSize(64);
        assertThat(token.toString()).doesNotContain(GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", GOOD + "x", "q3Zx0-7vKcYb2LwN5tRf8HgJ1mPsU4dEaOiXyVzBn T", GOOD + "="})
    void isNothingElse(String text) {
        assertThat(OpaqueToken.of(text)).isEmpty();
    }
}
