package dev.rechat.persistence.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 with keys that are derived from those that seal secrets, one for each purpose (HKDF-Expand, RFC 5869: those
 * keys are random already). Whoever has only the database can neither make nor change what carries such a mark. Thread-safe.
 */
public final class MacKeys {

    private static final String ALGORITHM = "HmacSHA256";

    private final String currentKeyId;
    private final Map<String, byte[]> keys;

    /** @param currentKeyId marks what is new; it must be in {@code keys} */
    public MacKeys(String currentKeyId, Map<String, byte[]> keys) {
        if (!keys.containsKey(currentKeyId)) {
            throw new IllegalArgumentException("no key with the current id");
        }
        this.currentKeyId = currentKeyId;
        this.keys = Map.copyOf(keys);
    }

    public String currentKeyId() {
        return currentKeyId;
    }

    /** Whether that key is configured, the current one or an older one. */
    public boolean knows(String keyId) {
        return keys.containsKey(keyId);
    }

    /**
     * The mark of a message, 64 hexadecimal digits.
     *
     * @param purpose marks of one purpose are worth nothing for another
     * @throws IllegalStateException when the key is not configured
     */
    public String mac(String keyId, String purpose, byte[] message) {
        byte[] key = keys.get(keyId);
        if (key == null) {
            throw new IllegalStateException("marked with a key that is not configured");
        }
        byte[] derived = hmac(key, (purpose + "\u0001").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hmac(derived, message));
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
