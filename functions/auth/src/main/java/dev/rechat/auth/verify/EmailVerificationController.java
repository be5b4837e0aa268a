package dev.rechat.auth.verify;

import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.link.LinkPurpose;
import dev.rechat.accounts.throttle.Attempt;
import dev.rechat.accounts.throttle.ClientNetwork;
import dev.rechat.accounts.throttle.Policies;
import dev.rechat.accounts.throttle.Throttle;
import dev.rechat.auth.mail.LinkMail;
import dev.rechat.kernel.account.Permission;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.web.request.RequestOrigin;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.validation.Valid;

/** Showing that an e-mail address is one's own. */
@Controller("/api/v1/auth/email")
@Secured(Permission.ACCOUNT)
@ExecuteOn(TaskExecutors.BLOCKING)
class EmailVerificationController {

    private final Verification verification;
    private final LinkMail mail;
    private final UserRepository users;
    private final Throttle throttle;

    EmailVerificationController(Verification verification, LinkMail mail, UserRepository users, Throttle throttle) {
        this.verification = verification;
        this.mail = mail;
        this.users = users;
        this.throttle = throttle;
    }

    /** Confirms the address that a verification link was sent to; needs no sign-in, so any device will do. */
    @Post("/verify")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Status(HttpStatus.NO_CONTENT)
    void verify(@Valid @Body VerifyEmail request) {
        String network = ClientNetwork.of(RequestOrigin.current().address());
        Attempt attempt = throttle.admit(Policies.LINK_FROM_ADDRESS.of(network));
        verification.verify(request.token());
        attempt.succeeded();
    }

    /** Mails the verification link again; the one before is void then. Sends nothing to somebody who is verified. */
    @Post("/verification")
    @Status(HttpStatus.ACCEPTED)
    void send(CurrentUser user) {
        mail.requireConfigured();
        throttle.admit(Policies.VERIFICATION_FOR_ACCOUNT.of(user.id()));
        mail.sendAfterwards(
                LinkPurpose.VERIFICATION,
                AuditAction.EMAIL_VERIFICATION_SENT,
                () -> users.findById(user.id()).filter(owner -> owner.emailVerifiedAt() == null));
    }
}
