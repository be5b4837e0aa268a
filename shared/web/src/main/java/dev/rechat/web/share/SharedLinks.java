package dev.rechat.web.share;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.hash.OpaqueToken;
import dev.rechat.kernel.share.OpenShare;
import dev.rechat.kernel.share.Shares;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthorizationException;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The door to everything that is read by link: its routes are open to anybody, and each asks here first. Nothing is
 * remembered, so what a person revokes or an administrator changes counts at once.
 */
@Singleton
public final class SharedLinks {

    private final Shares shares;

    SharedLinks(Shares shares) {
        this.shares = shares;
    }

    /**
     * The share whose link has this token, for who makes this request. Blocks for two queries.
     *
     * @throws NotFoundException for a token that is none, revoked, expired, or without its conversation or owner; and for
     *     every token where the house shares nothing
     * @throws AuthorizationException for who may not read what members share, whatever the token is
     */
    public OpenShare require(HttpRequest<?> request, String token) {
        Optional<OpaqueToken> given = switch (shares.policy()) {
            case OFF -> Optional.empty();
            case MEMBERS -> {
                requireReader(request);
                yield OpaqueToken.of(token);
            }
            case PUBLIC -> OpaqueToken.of(token);
        };
        return given.map(OpaqueToken::hash)
                .flatMap(shares::open)
                .orElseThrow(() -> new NotFoundException("shared conversation"));
    }

    private static void requireReader(HttpRequest<?> request) {
        Authentication caller = request.getUserPrincipal(Authentication.class).orElse(null);
        if (caller == null || !caller.getRoles().contains(Permission.READ)) {
            throw new AuthorizationException(caller);
        }
    }
}
