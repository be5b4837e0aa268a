package dev.rechat.accounts.link;

import dev.rechat.kernel.hash.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What makes a link work: 256 random bits in base64url. */
record LinkToken(String value) {

    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    static LinkToken random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty for what cannot be one of ours. */
    static Optional<LinkToken> of(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new LinkToken(text)) : Optional.empty();
    }

    /** What the database holds; without salt or stretching, since there is nothing to guess in 256 random bits. */
    String hash() {
        return Sha256.hex(value);
    }

    @Override
    public String toString() {
        return "LinkToken[]";
    }
}
