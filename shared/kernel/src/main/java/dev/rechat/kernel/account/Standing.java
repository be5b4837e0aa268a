package dev.rechat.kernel.account;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.id.UserId;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What holds for an account now, whatever its tokens say. There is one only for an account that is active and not being
 * deleted.
 *
 * @param emailUnverified the house wants verified addresses, and this account's is not
 * @param secondFactorMissing the account is an administrator's, the house wants a second factor of those, and there is none
 */
public record Standing(UserId user, Role role, boolean emailUnverified, boolean secondFactorMissing) {

    private static final Set<String> UNTIL_SETTLED = Set.of(Permission.SELF, Permission.ACCOUNT);

    /** Of somebody who signed in. */
    public Set<String> permissions() {
        return obstacle().isPresent() ? UNTIL_SETTLED : Permission.of(role);
    }

    /** Of an API key with these scopes: never more than its owner has. */
    public Set<String> permissions(Collection<Scope> scopes) {
        Set<String> permissions = new TreeSet<>(Permission.of(role, scopes));
        permissions.retainAll(permissions());
        return permissions;
    }

    /** What keeps this account from more than its own affairs, told to its owner instead of a bare {@code forbidden}. */
    public Optional<ErrorCode> obstacle() {
        if (role == Role.PENDING) {
            return Optional.of(ErrorCode.ACCOUNT_PENDING);
        }
        if (emailUnverified) {
            return Optional.of(ErrorCode.EMAIL_UNVERIFIED);
        }
        return secondFactorMissing ? Optional.of(ErrorCode.TOTP_ENROLLMENT_REQUIRED) : Optional.empty();
    }
}
