package dev.rechat.auth.totp;

import com.bastiaanjansen.otp.HOTPGenerator;
import com.bastiaanjansen.otp.SecretGenerator;
import com.bastiaanjansen.otp.TOTPGenerator;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Time-based codes as all authenticator apps make them (RFC 6238: SHA-1, six digits, thirty seconds). */
final class Totp {

    private static final long SECONDS_PER_STEP = 30;

    /** Clocks differ and people type slowly: one step to either side (RFC 6238, 5.2). */
    private static final int STEPS_ASIDE = 1;

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final String ISSUER = "ReChat";

    private Totp() {}

    /** 160 random bits in base32, as RFC 4226 (4, R6) recommends. */
    static String newSecret() {
        return new String(SecretGenerator.generate(), StandardCharsets.US_ASCII);
    }

    /** What an authenticator app reads from a QR code. */
    static String uri(String secret, String account) {
        try {
            URI uri = new TOTPGenerator.Builder(secret).build().getURI(ISSUER, account);
            return uri.toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("the address of a second factor could not be written", impossible);
        }
    }

    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** The time step around now that the code belongs to; empty when it belongs to none. */
    static OptionalLong step(String secret, String code, Instant now) {
        HOTPGenerator generator = new HOTPGenerator.Builder(secret).build();
        long current = now.getEpochSecond() / SECONDS_PER_STEP;
        int given = Integer.parseInt(code);
        OptionalLong found = OptionalLong.empty();
        for (long step = current - STEPS_ASIDE; step <= current + STEPS_ASIDE; step++) {
            // The library writes digits of the machine's locale; as a number they are the same everywhere.
            if (Integer.parseInt(generator.generate(step)) == given) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }
}
