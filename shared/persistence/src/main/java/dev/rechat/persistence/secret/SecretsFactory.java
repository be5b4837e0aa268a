package dev.rechat.persistence.secret;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes {@link SecretBox} and {@link MacKeys} from {@code RECHAT_SECRETS_KEYS}: {@code id:base64,id:base64}, the first one seals. */
@Factory
final class SecretsFactory {

    static final String KEYS = "rechat.secrets.keys";

    /** Stands before the sealed value in the database, in a column of ascii. */
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    @Singleton
    SecretBox secretBox(@Value("${" + KEYS + "}") String text) {
        Map<String, byte[]> keys = keys(text);
        return new SecretBox(keys.keySet().iterator().next(), keys);
    }

    @Singleton
    MacKeys macKeys(@Value("${" + KEYS + "}") String text) {
        Map<String, byte[]> keys = keys(text);
        return new MacKeys(keys.keySet().iterator().next(), keys);
    }

    /** @throws IllegalArgumentException whose message tells what is wrong, without the value */
    static Map<String, byte[]> keys(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("is missing: ID:BASE64 of 32 random bytes (openssl rand -base64 32)");
        }
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("must be ID:BASE64, several separated by commas");
            }
            String id = part.substring(0, colon).strip();
            if (!KEY_ID.matcher(id).matches()) {
                throw new IllegalArgumentException("holds a key id that is not 1 to 32 of A-Z a-z 0-9 . _ -");
            }
            if (keys.put(id, key(part.substring(colon + 1).strip())) != null) {
                throw new IllegalArgumentException("holds two keys with one id");
            }
        }
        return keys;
    }

    private static byte[] key(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("holds a key that is not base64", notBase64);
        }
        if (key.length != SecretBox.KEY_BYTES) {
            throw new IllegalArgumentException("holds a key of " + key.length + " bytes; 32 are needed");
        }
        return key;
    }
}
