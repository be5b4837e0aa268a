package dev.rechat.auth.totp;

import dev.rechat.kernel.hash.Sha256;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Stands in for the authenticator app once: 120 random bits in Crockford's base32, which survives being read aloud. */
record RecoveryCode(String letters) {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 24;
    private static final int GROUP = 4;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    static RecoveryCode random(SecureRandom random) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new RecoveryCode(letters.toString());
    }

    /** Reads what somebody typed, in either case, with or without its dashes; empty for what cannot be one of ours. */
    static Optional<RecoveryCode> of(String text) {
        String letters = text.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
        return FORM.matcher(letters).matches() ? Optional.of(new RecoveryCode(letters)) : Optional.empty();
    }

    /** As it is shown, once. */
    String text() {
        return letters.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /** What the database holds. Without salt or stretching: 120 random bits are not guessed (ASVS 6.5.2 asks for 112). */
    String hash() {
        return Sha256.hex(letters);
    }

    @Override
    public String toString() {
        return "RecoveryCode[]";
    }
}
