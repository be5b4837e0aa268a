package dev.rechat.persistence.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals small secrets for the database: AES-256-GCM with a fresh 96 bit nonce (NIST SP 800-38D), written as
 * {@code keyId:base64url(nonce, cipher text, tag)}. The context (the owner's id) is authenticated, so a sealed value
 * copied to another row does not open. Thread-safe.
 */
public final class SecretBox {

    static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String currentKeyId;
    private final Map<String, SecretKeySpec> keys;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param currentKeyId seals; it must be in {@code keys}
     * @param keys by id, 32 bytes each; all of them open
     * @throws IllegalArgumentException when the current key is missing or a key has another length
     */
    public SecretBox(String currentKeyId, Map<String, byte[]> keys) {
        this.currentKeyId = currentKeyId;
        if (keys.values().stream().anyMatch(key -> key.length != KEY_BYTES)) {
            throw new IllegalArgumentException("a key needs " + KEY_BYTES + " bytes");
        }
        this.keys = keys.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> new SecretKeySpec(entry.getValue(), "AES")));
        if (!this.keys.containsKey(currentKeyId)) {
            throw new IllegalArgumentException("no key with the current id");
        }
    }

    public String seal(String secret, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed =
                crypt(Cipher.ENCRYPT_MODE, currentKeyId, nonce, secret.getBytes(StandardCharsets.UTF_8), context);
        byte[] whole = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return currentKeyId + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /**
     * Gives the secret back.
     *
     * @throws IllegalStateException when the value was not sealed with one of the keys, or for another context
     */
    public String open(String sealed, String context) {
        int colon = sealed.indexOf(':');
        String keyId = colon < 0 ? "" : sealed.substring(0, colon);
        if (!keys.containsKey(keyId)) {
            throw new IllegalStateException("sealed with a key that is not configured");
        }
        byte[] whole = bytes(sealed.substring(colon + 1));
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        byte[] cipherText = Arrays.copyOfRange(whole, NONCE_BYTES, whole.length);
        return new String(crypt(Cipher.DECRYPT_MODE, keyId, nonce, cipherText, context), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String base64) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(base64);
            if (whole.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
                throw new IllegalStateException("the sealed value is cut short");
            }
            return whole;
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException("the sealed value is not base64", notBase64);
        }
    }

    private byte[] crypt(int mode, String keyId, byte[] nonce, byte[] input, String context) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys.get(keyId), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException cannotOpen) {
            throw new IllegalStateException("the sealed value does not open with its key", cannotOpen);
        }
    }
}
