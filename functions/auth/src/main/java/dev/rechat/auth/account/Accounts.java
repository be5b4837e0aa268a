package dev.rechat.auth.account;

import dev.rechat.accounts.device.KnownDeviceId;
import dev.rechat.accounts.password.PasswordHasher;
import dev.rechat.accounts.password.PasswordPolicy;
import dev.rechat.accounts.profile.EmailAddress;
import dev.rechat.accounts.profile.ProfileRules;
import dev.rechat.accounts.throttle.Policies;
import dev.rechat.auth.session.Sessions;
import dev.rechat.auth.totp.SecondFactors;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.database.DuplicateKeyException;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** Registering, and proving who one is. Blocks: passwords cost processor time on purpose, and never inside a transaction. */
@Singleton
final class Accounts {

    private final UserRepository users;
    private final NewAccounts newAccounts;
    private final Registration registration;
    private final Sessions sessions;
    private final PasswordHasher passwords;
    private final SecondFactors factors;
    private final SignInRecords records;

    Accounts(
            UserRepository users,
            NewAccounts newAccounts,
            Registration registration,
            Sessions sessions,
            PasswordHasher passwords,
            SecondFactors factors,
            SignInRecords records) {
        this.users = users;
        this.newAccounts = newAccounts;
        this.registration = registration;
        this.sessions = sessions;
        this.passwords = passwords;
        this.factors = factors;
        this.records = records;
    }

    SignedIn register(Register request) {
        EmailAddress email = EmailAddress.parse(request.email());
        String displayName = Objects.requireNonNullElseGet(request.displayName(), email::localPart);
        String language = Objects.requireNonNullElse(request.language(), ProfileRules.DEFAULT_LANGUAGE);
        registration.admitEarly(email);
        PasswordPolicy.check("password", request.password(), email.value());
        String hash = passwords.hash(request.password());
        try {
            SignedIn signedIn = newAccounts.create(email, hash, displayName.strip(), language);
            registration.confirm(signedIn.user());
            return signedIn;
        } catch (DuplicateKeyException taken) {
            if (!taken.violates(UserRepository.EMAIL_KEY)) {
                throw taken;
            }
            throw new RefusedException(ErrorCode.EMAIL_TAKEN, "there is an account with this e-mail address");
        }
    }

    /**
     * Answers an unknown address as it answers a wrong password, and takes as long.
     *
     * @param known the browser, when it signed in to this account before: strangers who guess codes do not slow it
     */
    SignedIn signIn(SignIn request, Optional<KnownDeviceId> known) {
        Optional<User> found = users.findByEmail(EmailAddress.normalise(request.email()));
        try {
            return signIn(found, request, known);
        } catch (RefusedException refusal) {
            records.refused(found, refusal);
            throw refusal;
        }
    }

    private SignedIn signIn(Optional<User> found, SignIn request, Optional<KnownDeviceId> known) {
        if (found.isEmpty()) {
            passwords.spend(request.password());
            throw wrong();
        }
        User user = found.get();
        if (!passwords.matches(request.password(), user.passwordHash())) {
            throw wrong();
        }
        if (!user.active()) {
            throw new RefusedException(ErrorCode.ACCOUNT_DISABLED, "this account is disabled");
        }
        factors.prove(
                user.id(),
                request.totp(),
                known.map(device -> Policies.SECOND_FACTOR.of(user.id(), device))
                        .orElseGet(() -> Policies.SECOND_FACTOR.of(user.id())));
        return new SignedIn(user, sessions.begin(user));
    }

    /** The account a token stands for; a token outlives its account by minutes. */
    User require(UserId id) {
        return users.findById(id)
                .filter(User::active)
                .orElseThrow(() -> new RefusedException(ErrorCode.UNAUTHENTICATED, "this account is gone"));
    }

    private static RefusedException wrong() {
        return new RefusedException(ErrorCode.INVALID_CREDENTIALS, "the e-mail address or the password is wrong");
    }
}
