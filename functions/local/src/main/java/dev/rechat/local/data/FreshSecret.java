package dev.rechat.local.data;

import java.security.SecureRandom;
import java.util.Base64;

/** New random secrets, in the forms that the configuration wants. */
public final class FreshSecret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private FreshSecret() {}

    /** One of {@code RECHAT_JWT_KEYS}. */
    public static String jwtKey(String id) {
        return id + ":" + text();
    }

    /** One of {@code RECHAT_SECRETS_KEYS}. */
    public static String secretsKey(String id) {
        return id + ":" + Base64.getEncoder().encodeToString(bytes());
    }

    /** Letters, digits, hyphens and underscores. */
    static String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
