package dev.rechat.auth.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgedTokenIT {

    private static AuthApi api;
    private static String good;

    @BeforeAll
    static void start() {
        api = AuthApi.start();
        good = api.register("ada@example.org").accessToken();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void holdsWhatItShouldAndNothingElse() {
        assertThat(AccessTokenClaims.header(good).path("alg").asText()).isEqualTo("HS256");
        assertThat(AccessTokenClaims.of(good).properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("iss", "sub", "sid", "iat", "exp");
        assertThat(api.me(good).status()).isEqualTo(200);
    }

    @Test
    void isRefusedWithoutASignature() {
        String[] parts = good.split("\\.", -1);
        String none = base64("{\"alg\":\"none\"}");

        assertRefused(none + "." + parts[1] + ".");
        assertRefused(none + "." + parts[1] + "." + parts[2]);
        assertRefused(parts[0] + "." + parts[1] + ".");
    }

    @Test
    void isRefusedWhenItsClaimsWereChanged() {
        String[] parts = good.split("\\.", -1);
        ObjectNode claims = AccessTokenClaims.of(good).deepCopy();
        claims.put("sub", "01890a5d-ac96-774b-bcce-b302099a8057");

        assertRefused(parts[0] + "." + base64(claims.toString()) + "." + parts[2]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS384", "HS512"})
    void isRefusedWhenSignedWithAnotherSecret(String algorithm) throws JOSEException {
        JWSObject token = unsigned(JWSAlgorithm.parse(algorithm));
        token.sign(new MACSigner("another-secret-for-tests-only-0123456789-0123456789-0123456789-0"));

        assertRefused(token.serialize());
    }

    @Test
    void isRefusedWhenSignedWithAKeyOfAnotherKind() throws JOSEException, NoSuchAlgorithmException {
        JWSObject token = unsigned(JWSAlgorithm.RS256);
        token.sign(new RSASSASigner(
                KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate()));

        assertRefused(token.serialize());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "e30.e30.e30", "null"})
    void isRefusedWhenItIsNoToken(String text) {
        assertRefused(text);
    }

    private static JWSObject unsigned(JWSAlgorithm algorithm) {
        return new JWSObject(
                new JWSHeader(algorithm), new Payload(AccessTokenClaims.of(good).toString()));
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private static void assertRefused(String token) {
        Answer answer = api.me(token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
    }
}
