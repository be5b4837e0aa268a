package dev.rechat.auth.account;

import dev.rechat.accounts.device.DeviceCookie;
import dev.rechat.auth.session.OwnSession;
import dev.rechat.auth.session.RefreshCookie;
import dev.rechat.kernel.account.Permission;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/** A person's own account. */
@Controller("/api/v1/auth/me")
@Secured(Permission.ACCOUNT)
@ExecuteOn(TaskExecutors.BLOCKING)
class AccountController {

    private final Accounts accounts;
    private final AccountChanges changes;
    private final PasswordChange passwords;
    private final OwnDeletion deletion;
    private final RefreshCookie cookie;
    private final UserViews views;

    AccountController(
            Accounts accounts,
            AccountChanges changes,
            PasswordChange passwords,
            OwnDeletion deletion,
            RefreshCookie cookie,
            UserViews views) {
        this.accounts = accounts;
        this.changes = changes;
        this.passwords = passwords;
        this.deletion = deletion;
        this.cookie = cookie;
        this.views = views;
    }

    /** Who is signed in. */
    @Get
    @Secured(Permission.SELF)
    UserView me(CurrentUser user, Authentication bearer) {
        deletion.finishInterrupted();
        return views.of(accounts.require(user.id()), bearer.getRoles());
    }

    /** Changes the name or the language; what is left out stays. */
    @Patch
    UserView change(CurrentUser user, Authentication bearer, @Valid @Body ChangeAccount change) {
        changes.apply(user.id(), change);
        return views.of(accounts.require(user.id()), bearer.getRoles());
    }

    /** Changes the password and signs out everywhere else. */
    @Post("/password")
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> changePassword(
            CurrentUser user,
            @Valid @Body ChangePassword change,
            @CookieValue(DeviceCookie.NAME) @Nullable String device) {
        String known = passwords.change(user.id(), OwnSession.of(user), change, device);
        return HttpResponse.<Void>noContent().header(HttpHeaders.SET_COOKIE, known);
    }

    /** Deletes the account with its conversations, files, keys and sessions. What Dify keeps is not touched. */
    @Post("/delete")
    @Status(HttpStatus.NO_CONTENT)
    HttpResponse<Void> delete(CurrentUser user, @Valid @Body DeleteAccount request) {
        deletion.delete(user.id(), request);
        return HttpResponse.<Void>noContent().header(HttpHeaders.SET_COOKIE, cookie.cleared());
    }
}
