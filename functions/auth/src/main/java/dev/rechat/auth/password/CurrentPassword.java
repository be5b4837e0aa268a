package dev.rechat.auth.password;

import dev.rechat.accounts.password.PasswordHasher;
import dev.rechat.accounts.throttle.Attempt;
import dev.rechat.accounts.throttle.Policies;
import dev.rechat.accounts.throttle.Throttle;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import jakarta.inject.Singleton;

/** Asks somebody who is signed in for their password again, before what a borrowed browser must not do. */
@Singleton
public final class CurrentPassword {

    private final UserRepository users;
    private final PasswordHasher passwords;
    private final Throttle throttle;

    CurrentPassword(UserRepository users, PasswordHasher passwords, Throttle throttle) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /**
     * The account, when this is its password. Blocks as long as {@link PasswordHasher#matches}: not inside a transaction.
     *
     * @throws RefusedException {@code wrong_password}, {@code too_many_attempts}
     */
    public User require(UserId id, String password) {
        User user = users.findById(id)
                .filter(User::active)
                .orElseThrow(() -> new RefusedException(ErrorCode.UNAUTHENTICATED, "this account is gone"));
        Attempt attempt = throttle.admit(Policies.CURRENT_PASSWORD.of(id));
        if (!passwords.matches(password, user.passwordHash())) {
            throw new RefusedException(ErrorCode.WRONG_PASSWORD, "the password is wrong");
        }
        attempt.succeeded();
        return user;
    }
}
