package dev.rechat.chat.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens as Open WebUI does, and such as it would not make. */
final class UserToken {

    static final String SECRET = "a-shared-secret-of-open-webui-for-tests-only";
    static final String HEADER = "x-openwebui-user-jwt";

    private static final ObjectMapper JSON = new ObjectMapper();

    private String algorithm = "HS256";
    private String secret = SECRET;
    private final Map<String, Object> claims = new HashMap<>();

    UserToken(String email) {
        long now = Clock.systemUTC().instant().getEpochSecond();
        claims.putAll(Map.of(
                "sub", "0b3c", "email", email, "name", "Eve Else", "role", "admin", "iss", "open-webui", "iat", now));
        claims.put("exp", now + 300);
    }

    UserToken with(String claim, Object value) {
        claims.put(claim, value);
        return this;
    }

    UserToken without(String claim) {
        claims.remove(claim);
        return this;
    }

    /** @param seconds from now */
    UserToken at(String claim, long seconds) {
        return with(claim, Clock.systemUTC().instant().getEpochSecond() + seconds);
    }

    UserToken by(String otherSecret) {
        secret = otherSecret;
        return this;
    }

    UserToken saying(String otherAlgorithm) {
        algorithm = otherAlgorithm;
        return this;
    }

    String text() {
        String signed = part(Map.of("alg", algorithm, "typ", "JWT")) + "." + part(claims);
        if (algorithm.equals("none")) {
            return signed + ".";
        }
        try {
            Mac mac = Mac.getInstance(algorithm.equals("HS512") ? "HmacSHA512" : "HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return signed + "." + base64(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String part(Map<String, Object> json) {
        try {
            return base64(JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
