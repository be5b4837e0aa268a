package dev.rechat.auth.account;

import dev.rechat.accounts.password.PasswordHasher;
import dev.rechat.accounts.password.PasswordPolicy;
import dev.rechat.auth.password.CurrentPassword;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.User;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Changing one's own password. Blocks as long as three hashes take. */
@Singleton
class PasswordChange {

    private final CurrentPassword current;
    private final PasswordHasher passwords;
    private final NewPassword newPassword;

    PasswordChange(CurrentPassword current, PasswordHasher passwords, NewPassword newPassword) {
        this.current = current;
        this.passwords = passwords;
        this.newPassword = newPassword;
    }

    /**
     * Changes it and signs the person out everywhere else.
     *
     * @param deviceCookie what the browser keeps of earlier visits
     * @return the {@code Set-Cookie} that makes the browser known
     * @throws RefusedException {@code wrong_password}
     * @throws ValidationException when the new one is the old one, or may not be chosen
     */
    String change(UserId id, SessionId here, ChangePassword request, @Nullable String deviceCookie) {
        User user = current.require(id, request.currentPassword());
        PasswordPolicy.check("new_password", request.newPassword(), user.email());
        if (passwords.matches(request.newPassword(), user.passwordHash())) {
            throw new ValidationException("new_password", "unchanged", "is the password that is to be changed");
        }
        return newPassword
                .store(user, passwords.hash(request.newPassword()), here, deviceCookie)
                .orElseThrow(() ->
                        new RefusedException(ErrorCode.WRONG_PASSWORD, "the password was changed at this moment"));
    }
}
