package dev.rechat.web.user;

import dev.rechat.kernel.account.ApiKeySecret;
import dev.rechat.kernel.account.KeyRules;
import dev.rechat.kernel.id.UserId;
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
    private final KeyRequests rules;

    ApiKeyValidator(BearerAuthenticator bearers, KeyUseNotes uses, KeyRequests rules) {
        this.bearers = bearers;
        this.uses = uses;
        this.rules = rules;
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        Optional<ApiKeySecret> key = ApiKeySecret.of(token);
        if (key.isEmpty()) {
            return Mono.empty();
        }
        Bearer.OfKey bearer = new Bearer.OfKey(key.get().identifier(), key.get().hash());
        return bearers.find(bearer)
                .doOnNext(this::note)
                .flatMap(found -> ruled(bearer, found, request))
                .cast(Authentication.class);
    }

    private void note(BearerAuthentication found) {
        if (found.rights().user().keyId() != null) {
            uses.note(found.rights().user().keyId());
        }
    }

    private Mono<BearerAuthentication> ruled(
            Bearer.OfKey bearer, BearerAuthentication found, @Nullable HttpRequest<?> request) {
        CurrentUser owner = found.rights().user();
        if (request == null || owner.key().equals(KeyRules.NONE)) {
            return Mono.just(found);
        }
        return rules.admit(owner, request)
                .then(
                        KeyRequests.reaches(owner.key(), request)
                                ? acting(bearer, found, request)
                                : Mono.just(new BearerAuthentication(
                                        bearer, found.rights().selfOnly())));
    }

    private Mono<BearerAuthentication> acting(Bearer.OfKey bearer, BearerAuthentication found, HttpRequest<?> request) {
        Mono<UserId> person =
                found.rights().obstacle() == null ? rules.person(found.rights().user(), request) : Mono.empty();
        return person.<Bearer>map(other -> new Bearer.OfKeyFor(bearer, other))
                .defaultIfEmpty(bearer)
                .flatMap(bearers::find);
    }
}
