package dev.rechat.web.user;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.jwt.validator.JsonWebTokenValidator;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Takes from an access token who somebody is, never what they may do. */
@Singleton
final class AccessTokenValidator implements TokenValidator<HttpRequest<?>> {

    private final JsonWebTokenValidator<JWT, HttpRequest<?>> tokens;
    private final BearerAuthenticator bearers;

    AccessTokenValidator(JsonWebTokenValidator<JWT, HttpRequest<?>> tokens, BearerAuthenticator bearers) {
        this.tokens = tokens;
        this.bearers = bearers;
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        return tokens.validate(token, request)
                .map(AccessTokenValidator::bearer)
                .map(bearers::authenticate)
                .orElseGet(Mono::empty);
    }

    /** {@link AccessTokenClaims} has seen to it that they are ids. */
    private static Bearer bearer(JWT token) {
        try {
            JWTClaimsSet claims = token.getJWTClaimsSet();
            return new Bearer.OfSession(
                    SessionId.of(claims.getStringClaim(AccessTokenClaims.SESSION)), UserId.of(claims.getSubject()));
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
