package dev.rechat.web.user;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.UserId;
import io.micronaut.security.authentication.Authentication;
import java.security.Principal;
import java.util.Optional;

/** Who makes this request. A controller takes it as a parameter; the token was verified before. */
public record CurrentUser(UserId id, Role role) implements Principal {

    @Override
    public String getName() {
        return id.toString();
    }

    /** @throws RefusedException ({@code unauthenticated}) for a token of ours that names nobody */
    static CurrentUser of(Authentication authentication) {
        Optional<Role> role = authentication.getRoles().stream()
                .flatMap(name -> Role.of(name).stream())
                .findFirst();
        try {
            return new CurrentUser(UserId.of(authentication.getName()), role.orElseThrow(CurrentUser::unauthenticated));
        } catch (IllegalArgumentException notAnId) {
            throw unauthenticated();
        }
    }

    static RefusedException unauthenticated() {
        return new RefusedException(ErrorCode.UNAUTHENTICATED, "a valid access token is needed");
    }
}
