package dev.rechat.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodeTest {

    private final RecoveryCode code = RecoveryCode.random(new SecureRandom());

    @Test
    void isWrittenInGroups() {
        assertThat(code.text()).matches("([0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}");
    }

    @Test
    void isReadHoweverItIsTyped() {
        assertThat(RecoveryCode.of(code.text())).contains(code);
        assertThat(RecoveryCode.of(" " + code.text().toUpperCase(Locale.ROOT).replace('-', ' ')))
                .contains(code);
        assertThat(RecoveryCode.of("oooo-iiii-llll-0000-oooo-iiii"))
                .contains(new RecoveryCode("000011111111000000001111"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456",
                "aaaa-aaaa-aaaa-aaaa-aaaa-aaa",
                "aaaa-aaaa-aaaa-aaaa-aaaa-aaaaa",
                "uuuu-uuuu-uuuu-uuuu-uuuu-uuuu"
            })
    void isNothingElse(String text) {
        assertThat(RecoveryCode.of(text)).isEmpty();
    }

    @Test
    void isKeptAsAHashAndNeverWrittenOut() {
        assertThat(code.hash()).matches("[0-9a-f]{64}");
        assertThat(code.toString()).doesNotContain(code.letters());
    }
}
