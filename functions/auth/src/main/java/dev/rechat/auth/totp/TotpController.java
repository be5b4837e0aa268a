package dev.rechat.auth.totp;

import dev.rechat.accounts.throttle.Attempt;
import dev.rechat.accounts.throttle.Throttle;
import dev.rechat.auth.password.CurrentPassword;
import dev.rechat.auth.session.OwnSession;
import dev.rechat.kernel.account.Permission;
import dev.rechat.persistence.account.User;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;

/** One's own second factor. */
@Controller("/api/v1/auth/totp")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(Permission.ACCOUNT)
class TotpController {

    private final CurrentPassword passwords;
    private final SecondFactors factors;
    private final Enrolment enrolment;
    private final Throttle throttle;

    TotpController(CurrentPassword passwords, SecondFactors factors, Enrolment enrolment, Throttle throttle) {
        this.passwords = passwords;
        this.factors = factors;
        this.enrolment = enrolment;
        this.throttle = throttle;
    }

    /** Makes a secret for an authenticator app; it counts from its first code on. */
    @Post
    TotpSecret begin(CurrentUser user, @Valid @Body BeginTotp request) {
        User account = passwords.require(user.id(), request.password());
        String secret = enrolment.begin(user.id());
        return new TotpSecret(secret, Totp.uri(secret, account.email()));
    }

    /** Takes the app into use with its first code, gives the recovery codes, once, and signs out everywhere else. */
    @Post("/confirm")
    RecoveryCodes confirm(CurrentUser user, @Valid @Body ConfirmTotp request) {
        Attempt attempt = throttle.admit(SecondFactors.signedIn(user.id()));
        RecoveryCodes codes = RecoveryCodes.of(enrolment.confirm(user.id(), OwnSession.of(user), request.code()));
        attempt.succeeded();
        return codes;
    }

    /** Replaces the recovery codes. */
    @Post("/recovery-codes")
    RecoveryCodes renew(CurrentUser user, @Valid @Body ProveTotp request) {
        prove(user, request);
        return RecoveryCodes.of(enrolment.renewRecoveryCodes(user.id()));
    }

    /** Goes back to the password alone. */
    @Post("/remove")
    @Status(HttpStatus.NO_CONTENT)
    void remove(CurrentUser user, @Valid @Body ProveTotp request) {
        prove(user, request);
        enrolment.remove(user.id());
    }

    private void prove(CurrentUser user, ProveTotp request) {
        User account = passwords.require(user.id(), request.password());
        enrolment.requireConfirmed(account.id());
        factors.prove(account.id(), request.code());
    }
}
