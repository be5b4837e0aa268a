package dev.rechat.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

    /** The secret of RFC 6238, appendix B, in base32. */
    private static final String SECRET = new Base32().encodeToString("12345678901234567890".getBytes());

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void takesTheCodesOfTheSpecification(long seconds, String code) {
        Instant then = Instant.ofEpochSecond(seconds);

        assertThat(Totp.step(SECRET, code, then)).hasValue(seconds / 30);
        assertThat(new Authenticator(SECRET).code(then)).isEqualTo(code);
    }

    @Test
    void takesTheStepBeforeAndTheStepAfterAndNoOther() {
        Instant then = Instant.ofEpochSecond(1234567890);

        assertThat(Totp.step(SECRET, "005924", then.minusSeconds(30))).hasValue(41152263);
        assertThat(Totp.step(SECRET, "005924", then.plusSeconds(30))).hasValue(41152263);
        assertThat(Totp.step(SECRET, "005924", then.minusSeconds(60))).isEmpty();
        assertThat(Totp.step(SECRET, "005924", then.plusSeconds(60))).isEmpty();
    }

    @Test
    void readsCodesAlsoWhereDigitsAreWrittenInAnotherWay() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(Totp.step(SECRET, "287082", Instant.ofEpochSecond(59))).hasValue(1);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void makesSecretsOf160Bits() {
        String secret = Totp.newSecret();

        assertThat(secret).matches(Pattern.compile("[A-Z2-7]{32}"));
        assertThat(Totp.newSecret()).isNotEqualTo(secret);
    }

    @Test
    void describesItselfToAuthenticatorApps() {
        assertThat(Totp.uri(SECRET, "ada+x@example.org"))
                .startsWith("otpauth://totp/ReChat:ada%2Bx%40example.org?")
                .contains("secret=" + SECRET, "issuer=ReChat", "digits=6", "period=30", "algorithm=SHA1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345a", "１２３４５６", "-12345"})
    void knowsWhatIsNoCode(String text) {
        assertThat(Totp.isCode(text)).isFalse();
    }
}
