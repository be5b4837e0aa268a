package dev.rechat.chat.openai.person;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.rechat.accounts.profile.EmailAddress;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.error.ValidationException;
import io.micronaut.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Open WebUI's token that tells, signed, who asks ({@code FORWARD_USER_INFO_HEADER_JWT_SECRET}). HS256 and nothing else, whatever
 * a token says of itself; clocks may differ by a minute.
 */
@Singleton
final class UserTokens {

    static final String HEADER = "X-OpenWebUI-User-Jwt";
    static final String ISSUER = "open-webui";

    private static final int MAX_LENGTH = 4_096;
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final PeopleConfiguration configuration;
    private final Clock clock;

    UserTokens(PeopleConfiguration configuration, Clock clock) {
        this.configuration = configuration;
        this.clock = clock;
    }

    /**
     * Whom the token names.
     *
     * @return empty when there is none and nobody is named without one either
     * @throws RefusedException {@code unauthenticated} for one that is not good, and for a name without one
     */
    Optional<NamedPerson> read(HttpHeaders headers) {
        List<String> tokens = headers.getAll(HEADER);
        if (tokens.isEmpty()) {
            if (PersonHeaders.name(headers)) {
                throw refused("is missing: here a person is named by a signed token, not by plain headers");
            }
            return Optional.empty();
        }
        if (tokens.size() > 1 || tokens.getFirst().length() > MAX_LENGTH) {
            throw refused("is not a token");
        }
        return Optional.of(person(verified(tokens.getFirst().strip())));
    }

    private JWTClaimsSet verified(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            byte[] secret = configuration.userTokenSecret().getBytes(StandardCharsets.UTF_8);
            if (!JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm())
                    || !token.verify(new MACVerifier(secret))) {
                throw refused("was not signed with RECHAT_OPENAI_USER_TOKEN_SECRET and HS256");
            }
            return token.getJWTClaimsSet();
        } catch (ParseException | JOSEException notAToken) {
            throw refused("is not a token");
        }
    }

    private NamedPerson person(JWTClaimsSet claims) {
        Instant now = clock.instant();
        if (!ISSUER.equals(claims.getIssuer())) {
            throw refused("was not issued by " + ISSUER);
        }
        Date expires = claims.getExpirationTime();
        if (expires == null || !now.isBefore(expires.toInstant().plus(SKEW))) {
            throw refused("has expired; the clocks of both sides may differ by a minute");
        }
        if (later(claims.getIssueTime(), now) || later(claims.getNotBeforeTime(), now)) {
            throw refused("is of the future; the clocks of both sides may differ by a minute");
        }
        return NamedPerson.of(address(text(claims, "email")), text(claims, "name"), true);
    }

    private static boolean later(@Nullable Date time, Instant now) {
        return time != null && time.toInstant().isAfter(now.plus(SKEW));
    }

    private static EmailAddress address(String text) {
        try {
            return EmailAddress.parse(text);
        } catch (ValidationException _) {
            throw refused("names no e-mail address");
        }
    }

    private static String text(JWTClaimsSet claims, String name) {
        try {
            return Objects.requireNonNullElse(claims.getStringClaim(name), "");
        } catch (ParseException notText) {
            throw refused("has a " + name + " that is no text");
        }
    }

    private static RefusedException refused(String why) {
        return new RefusedException(ErrorCode.UNAUTHENTICATED, "the user token in " + HEADER + " " + why);
    }
}
