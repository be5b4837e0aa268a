package dev.rechat.web.user;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code RECHAT_JWT_KEYS}: {@code id:secret,id:secret}. */
final class JwtKeys {

    static final String PROPERTY = "rechat.jwt.keys";

    /** As long as the hash (RFC 7518, 3.2). */
    static final int MIN_BYTES = 32;

    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    private JwtKeys() {}

    /**
     * The keys in their order, at least one.
     *
     * @throws IllegalArgumentException whose message tells what is wrong, without the value
     */
    static Map<String, byte[]> parse(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("is missing: ID:SECRET, the secret at least " + MIN_BYTES
                    + " random characters, for example from: openssl rand -base64 48");
        }
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("must be ID:SECRET, several separated by commas");
            }
            String id = part.substring(0, colon).strip();
            byte[] secret = part.substring(colon + 1).strip().getBytes(StandardCharsets.UTF_8);
            if (!KEY_ID.matcher(id).matches()) {
                throw new IllegalArgumentException("holds a key id that is not 1 to 32 of A-Z a-z 0-9 . _ -");
            }
            if (secret.length < MIN_BYTES) {
                throw new IllegalArgumentException(
                        "holds a secret that is too short: at least " + MIN_BYTES + " characters");
            }
            if (keys.put(id, secret) != null) {
                throw new IllegalArgumentException("holds two keys with one id");
            }
        }
        return keys;
    }
}
