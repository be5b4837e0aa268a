package dev.rechat.web.user;

import dev.rechat.kernel.account.ApiKeySecret;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Takes API keys where access tokens are taken: {@code Authorization: Bearer rk-…}. */
@Singleton
final class ApiKeyValidator implements TokenValidator<HttpRequest<?>> {

    private final BearerAuthenticator bearers;
    private final KeyUseNotes uses;

    ApiKeyValidator(BearerAuthenticator bearers, KeyUseNotes uses) {
        this.bearers = bearers;
        this.uses = uses;
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        Optional<ApiKeySecret> key = ApiKeySecret.of(token);
        if (key.isEmpty()) {
            return Mono.empty();
        }
        Bearer bearer = new Bearer.OfKey(key.get().identifier(), key.get().hash());
        return Mono.from(bearers.authenticate(bearer)).doOnNext(this::note);
    }

    private void note(Authentication authentication) {
        if (authentication instanceof BearerAuthentication found
                && found.rights().user().keyId() != null) {
            uses.note(found.rights().user().keyId());
        }
    }
}
