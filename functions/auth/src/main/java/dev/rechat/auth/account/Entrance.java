package dev.rechat.auth.account;

import dev.rechat.accounts.device.KnownDeviceId;
import dev.rechat.accounts.device.KnownDevices;
import dev.rechat.accounts.password.PasswordHasher;
import dev.rechat.accounts.profile.EmailAddress;
import dev.rechat.accounts.throttle.Attempt;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.task.Afterwards;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets people in as often as guessing allows, and makes the browsers known of those who got in. Blocks. */
@Singleton
final class Entrance {

    /** Refusals that somebody who guesses is told; all others are told to who knows the password. */
    private static final Set<ErrorCode> WRONG_GUESSES =
            EnumSet.of(ErrorCode.INVALID_CREDENTIALS, ErrorCode.INVALID_TOTP);

    private final Accounts accounts;
    private final SignInGuard guard;
    private final KnownDevices devices;
    private final PasswordHasher passwords;
    private final UserRepository users;
    private final Afterwards afterwards;

    Entrance(
            Accounts accounts,
            SignInGuard guard,
            KnownDevices devices,
            PasswordHasher passwords,
            UserRepository users,
            Afterwards afterwards) {
        this.accounts = accounts;
        this.guard = guard;
        this.devices = devices;
        this.passwords = passwords;
        this.users = users;
        this.afterwards = afterwards;
    }

    /** @param deviceCookie what the browser keeps of earlier visits */
    Entered register(Register request, @Nullable String deviceCookie) {
        guard.admitRegistration();
        return entered(accounts.register(request), deviceCookie);
    }

    /** The attempt is counted first, and given back when it was none. */
    Entered signIn(SignIn request, @Nullable String deviceCookie) {
        String email = EmailAddress.normalise(request.email());
        Optional<KnownDeviceId> known = guard.known(email, deviceCookie);
        Attempt attempt = guard.admitSignIn(email, known);
        SignedIn signedIn;
        try {
            signedIn = accounts.signIn(request, known);
        } catch (RefusedException refusal) {
            if (!WRONG_GUESSES.contains(refusal.code())) {
                attempt.withdraw();
            }
            throw refusal;
        }
        attempt.succeeded();
        strengthen(signedIn.user(), request.password());
        return entered(signedIn, deviceCookie);
    }

    private Entered entered(SignedIn signedIn, @Nullable String deviceCookie) {
        return new Entered(signedIn, devices.remember(signedIn.user().id(), deviceCookie));
    }

    /** A hash weaker than today's is made anew while its password is at hand. It may fail: the old one is still good. */
    private void strengthen(User user, String password) {
        if (!passwords.isCurrent(user.passwordHash())) {
            afterwards.run(
                    "strengthening the hash of a password",
                    () -> users.replaceHash(user.id(), user.passwordHash(), passwords.hash(password)));
        }
    }
}
