package dev.rechat.web.user;

import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** What every {@link io.micronaut.security.token.validator.TokenValidator} of ours ends in. */
@Singleton
public final class BearerAuthenticator {

    private final CurrentRights rights;

    BearerAuthenticator(CurrentRights rights) {
        this.rights = rights;
    }

    /** Empty for a bearer that is not good any more, which makes the request an anonymous one. */
    public Publisher<Authentication> authenticate(Bearer bearer) {
        return find(bearer).cast(Authentication.class);
    }

    Mono<BearerAuthentication> find(Bearer bearer) {
        return Mono.fromFuture(() -> bearer instanceof Bearer.OfSession ? rights.of(bearer) : rights.now(bearer))
                .flatMap(found -> Mono.justOrEmpty(found.map(now -> new BearerAuthentication(bearer, now))));
    }
}
