package dev.rechat.kernel.account;

import dev.rechat.kernel.hash.Sha256;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the holder of an API key has: {@code rk-IDENTIFIER_SECRET}. The form is fixed, so that those who search code and logs
 * for secrets that were left there find it; {@link #PATTERN} is for them.
 *
 * @param identifier may be shown; finds the key
 * @param secret 256 random bits; nobody but the holder has it
 */
public record ApiKeySecret(String identifier, String secret) {

    public static final String PREFIX = "rk-";

    /** Any API key of ours, anywhere in a text. */
    public static final Pattern PATTERN = Pattern.compile(PREFIX + "([a-z0-9]{12})_([A-Za-z0-9]{43})");

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int LOWER_CASE = 36;
    private static final int IDENTIFIER_LENGTH = 12;

    /** 43 characters out of 62 are 256 bits. */
    private static final int SECRET_LENGTH = 43;

    public static ApiKeySecret random(SecureRandom random) {
        return new ApiKeySecret(
                letters(random, IDENTIFIER_LENGTH, LOWER_CASE), letters(random, SECRET_LENGTH, ALPHABET.length()));
    }

    /** Empty for what cannot be a key of ours. */
    public static Optional<ApiKeySecret> of(String text) {
        Matcher matcher = PATTERN.matcher(text);
        return matcher.matches() ? Optional.of(new ApiKeySecret(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** The whole of it, to be shown once. */
    public String text() {
        return PREFIX + identifier + "_" + secret;
    }

    /** What the database holds. Without salt or stretching: there is nothing to guess in 256 random bits. */
    public String hash() {
        return Sha256.hex(secret);
    }

    private static String letters(SecureRandom random, int length, int choice) {
        StringBuilder letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(choice)));
        }
        return letters.toString();
    }

    @Override
    public String toString() {
        return "ApiKeySecret[" + identifier + "]";
    }
}
