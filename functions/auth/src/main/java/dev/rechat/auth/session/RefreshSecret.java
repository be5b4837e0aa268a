package dev.rechat.auth.session;

import dev.rechat.kernel.hash.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the browser holds: 256 random bits in base64url. */
record RefreshSecret(String value) {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    static RefreshSecret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RefreshSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty for what cannot be one of ours. */
    static Optional<RefreshSecret> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new RefreshSecret(text)) : Optional.empty();
    }

    /** What the database holds. Without salt or stretching: there is nothing to guess in 256 random bits. */
    String hash() {
        return Sha256.hex(value);
    }

    @Override
    public String toString() {
        return "RefreshSecret[]";
    }
}
