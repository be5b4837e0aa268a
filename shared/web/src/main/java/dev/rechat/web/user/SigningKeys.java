package dev.rechat.web.user;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.annotation.Value;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * The keys of access tokens: the first signs, all verify, each only the tokens that name it. A new key is put first while the
 * old one stays for as long as its tokens live. HS256 and nothing else, whatever a token says of itself.
 */
@Singleton
@Named("generator")
final class SigningKeys implements SignatureGeneratorConfiguration {

    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;

    private final String signing;
    private final Map<String, byte[]> keys;

    SigningKeys(@Value("${" + JwtKeys.PROPERTY + "}") String text) {
        keys = JwtKeys.parse(text);
        signing = keys.keySet().iterator().next();
    }

    @Override
    public SignedJWT sign(JWTClaimsSet claims) throws JOSEException {
        var token =
                new SignedJWT(new JWSHeader.Builder(ALGORITHM).keyID(signing).build(), claims);
        token.sign(new MACSigner(keys.get(signing)));
        return token;
    }

    @Override
    public boolean verify(SignedJWT token) throws JOSEException {
        JWSHeader header = token.getHeader();
        byte[] key = header.getKeyID() == null ? null : keys.get(header.getKeyID());
        return key != null && supports(header.getAlgorithm()) && token.verify(new MACVerifier(key));
    }

    @Override
    public boolean supports(JWSAlgorithm algorithm) {
        return ALGORITHM.equals(algorithm);
    }

    @Override
    public String supportedAlgorithmsMessage() {
        return "Only " + ALGORITHM + " is supported";
    }
}
