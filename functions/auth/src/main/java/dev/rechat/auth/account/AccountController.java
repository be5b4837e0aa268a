package dev.rechat.auth.account;

import dev.rechat.kernel.account.Permission;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;

/** A person's own account. */
@Controller("/api/v1/auth/me")
@Secured(Permission.ACCOUNT)
@ExecuteOn(TaskExecutors.BLOCKING)
class AccountController {

    private final Accounts accounts;
    private final AccountChanges changes;

    AccountController(Accounts accounts, AccountChanges changes) {
        this.accounts = accounts;
        this.changes = changes;
    }

    /** Who is signed in. */
    @Get
    @Secured(Permission.SELF)
    UserView me(CurrentUser user) {
        return UserView.of(accounts.require(user.id()));
    }

    /** Changes the name or the language; what is left out stays. */
    @Patch
    UserView change(CurrentUser user, @Valid @Body ChangeAccount change) {
        changes.apply(user.id(), change);
        return UserView.of(accounts.require(user.id()));
    }
}
