package dev.rechat.auth.reset;

import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.device.DeviceCookie;
import dev.rechat.accounts.link.LinkPurpose;
import dev.rechat.accounts.link.OneTimeLinks;
import dev.rechat.accounts.password.PasswordHasher;
import dev.rechat.accounts.password.PasswordPolicy;
import dev.rechat.accounts.profile.EmailAddress;
import dev.rechat.accounts.throttle.Attempt;
import dev.rechat.accounts.throttle.ClientNetwork;
import dev.rechat.accounts.throttle.Policies;
import dev.rechat.accounts.throttle.Throttle;
import dev.rechat.auth.mail.LinkMail;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.web.request.RequestOrigin;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** Getting in again without the old password. */
@Controller("/api/v1/auth/password")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class PasswordResetController {

    private final UserRepository users;
    private final LinkMail mail;
    private final OneTimeLinks links;
    private final PasswordReset resets;
    private final PasswordHasher passwords;
    private final Throttle throttle;

    PasswordResetController(
            UserRepository users,
            LinkMail mail,
            OneTimeLinks links,
            PasswordReset resets,
            PasswordHasher passwords,
            Throttle throttle) {
        this.users = users;
        this.mail = mail;
        this.links = links;
        this.resets = resets;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** Mails a reset link if there is such an account; answers the same, as fast, if there is none. */
    @Post("/forgot")
    @Status(HttpStatus.ACCEPTED)
    void forgot(@Valid @Body ForgotPassword request) {
        mail.requireConfigured();
        String email = EmailAddress.normalise(request.email());
        throttle.admit(Policies.FORGOT_FROM_ADDRESS.of(network()), Policies.FORGOT_FOR_EMAIL.of(email));
        mail.sendAfterwards(
                LinkPurpose.RESET_BY_MAIL,
                AuditAction.PASSWORD_RESET_REQUESTED,
                () -> users.findByEmail(email).filter(User::active));
    }

    /** Sets a new password with the token of a reset link, ends all sessions, and signs nobody in. */
    @Post("/reset")
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> reset(
            @Valid @Body ResetPassword request, @CookieValue(DeviceCookie.NAME) @Nullable String device) {
        Attempt attempt = throttle.admit(Policies.LINK_FROM_ADDRESS.of(network()));
        User user = links.find(request.token(), PasswordReset.PURPOSES).user();
        attempt.succeeded();
        PasswordPolicy.check("new_password", request.newPassword(), user.email());
        String known = resets.reset(request.token(), passwords.hash(request.newPassword()), device);
        return HttpResponse.<Void>noContent().header(HttpHeaders.SET_COOKIE, known);
    }

    private static String network() {
        return ClientNetwork.of(RequestOrigin.current().address());
    }
}
