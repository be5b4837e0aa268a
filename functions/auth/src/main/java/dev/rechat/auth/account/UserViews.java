package dev.rechat.auth.account;

import dev.rechat.auth.totp.SecondFactors;
import dev.rechat.kernel.account.Standing;
import dev.rechat.kernel.account.Standings;
import dev.rechat.persistence.account.User;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;

/** Shows people their accounts. Blocks. */
@Singleton
final class UserViews {

    private final SecondFactors factors;
    private final Standings standings;

    UserViews(SecondFactors factors, Standings standings) {
        this.factors = factors;
        this.standings = standings;
    }

    /** To whoever has just signed in. */
    UserView of(SignedIn signedIn) {
        User user = signedIn.user();
        return of(
                user,
                standings
                        .ofSession(signedIn.grant().session(), user.id())
                        .map(Standing::permissions)
                        .orElse(Set.of()));
    }

    /** @param permissions of the bearer of this request */
    UserView of(User user, Collection<String> permissions) {
        return new UserView(
                user.id(),
                user.email(),
                user.displayName(),
                user.role(),
                user.language(),
                user.createdAt(),
                user.emailVerifiedAt() != null,
                factors.enabled(user.id()),
                permissions.stream().sorted().toList());
    }
}
