package dev.rechat.web.user;

import static dev.rechat.web.user.AccessTester.ME;
import static dev.rechat.web.user.AccessTester.assertAllowed;
import static dev.rechat.web.user.AccessTester.assertUnknown;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.account.Standing;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.web.Api;
import dev.rechat.web.Tokens;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two servers stand for two processes: one has been given the new key already, the other not yet. */
class SigningKeysRotateIT {

    private static final String OLD = "old:0123456789-0123456789-0123456789-old-0123456789-0123456789";
    private static final String NEW = "new:0123456789-0123456789-0123456789-new-0123456789-0123456789";
    private static final Standing ADA = new Standing(UserId.of(Tokens.USER), Role.USER, false, false);

    @Test
    void takesTokensOfTheOldKeyAndSignsWithTheNewOne() throws ParseException {
        try (Api before = with(OLD);
                Api after = with(NEW + "," + OLD)) {
            SessionId session = session(before, after);
            String old = Tokens.of(before, session);
            String fresh = Tokens.of(after, session);

            assertThat(keyOf(old)).isEqualTo("old");
            assertThat(keyOf(fresh)).isEqualTo("new");
            assertAllowed(after, ME, old);
            assertAllowed(after, ME, fresh);
        }
    }

    /** Key by key: where the new one is known to all before it signs, nobody notices. */
    @Test
    void takesTokensOfTheNewKeyWhereItStandsSecond() {
        try (Api before = with(OLD + "," + NEW);
                Api after = with(NEW + "," + OLD)) {
            assertAllowed(before, ME, Tokens.of(after, session(before, after)));
        }
    }

    @Test
    void refusesTokensOfAKeyThatWasTakenAway() {
        try (Api before = with(OLD);
                Api after = with(NEW)) {
            assertUnknown(after, Tokens.of(before, session(before, after)));
        }
    }

    @Test
    void takesATokenWithTheKeyThatItNamesOnly() throws JOSEException, ParseException {
        try (Api api = with(NEW + "," + OLD)) {
            JWTClaimsSet claims = SignedJWT.parse(Tokens.of(api, Role.USER)).getJWTClaimsSet();

            assertAllowed(api, ME, signed(claims, JWSAlgorithm.HS256, "old", OLD));
            assertUnknown(api, signed(claims, JWSAlgorithm.HS256, "new", OLD));
            assertUnknown(api, signed(claims, JWSAlgorithm.HS256, "unknown", OLD));
            assertUnknown(api, signed(claims, JWSAlgorithm.HS256, null, OLD));
        }
    }

    @Test
    void takesNoOtherAlgorithmWhateverTheTokenSays() throws JOSEException, ParseException {
        try (Api api = with(OLD)) {
            JWTClaimsSet claims = SignedJWT.parse(Tokens.of(api, Role.USER)).getJWTClaimsSet();

            assertUnknown(api, signed(claims, JWSAlgorithm.HS384, "old", OLD));
            assertUnknown(api, new PlainJWT(claims).serialize());
        }
    }

    private static Api with(String keys) {
        return Api.start(Map.of("rechat.jwt.keys", keys));
    }

    private static SessionId session(Api one, Api two) {
        SessionId session = Tokens.session(one, ADA);
        two.standings().put(session, ADA);
        return session;
    }

    private static String keyOf(String token) throws ParseException {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, String id, String key)
            throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(id).build(), claims);
        token.sign(new MACSigner(key.substring(key.indexOf(':') + 1)));
        return token.serialize();
    }
}
