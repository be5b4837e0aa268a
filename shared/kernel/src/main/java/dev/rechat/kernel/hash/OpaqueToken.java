package dev.rechat.kernel.hash;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What its bearer alone has, be it a browser or whoever was given a link: 256 random bits in base64url. */
public record OpaqueToken(String value) {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public static OpaqueToken random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new OpaqueToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty for what cannot be one of ours. */
    public static Optional<OpaqueToken> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new OpaqueToken(text)) : Optional.empty();
    }

    /** What the database holds. Without salt or stretching: there is nothing to guess in 256 random bits. */
    public String hash() {
        return Sha256.hex(value);
    }

    @Override
    public String toString() {
        return "OpaqueToken[]";
    }
}
