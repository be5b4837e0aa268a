package dev.rechat.admin.user;

import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.AdministrationRepository;
import dev.rechat.persistence.account.ListedAccount;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.Page;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The accounts of the house. */
@Controller("/api/v1/admin/users")
@Secured(Permission.ADMINISTER)
@ExecuteOn(TaskExecutors.BLOCKING)
class AdminUserController {

    private final AdministrationRepository accounts;
    private final UserAdministration administration;

    AdminUserController(AdministrationRepository accounts, UserAdministration administration) {
        this.accounts = accounts;
        this.administration = administration;
    }

    /** The accounts, newest first; {@code query} is a part of an e-mail address or a name, in whatever case. */
    @Get
    Page<AccountView> list(
            @Nullable @QueryValue String query,
            @Nullable @QueryValue String role,
            @Nullable @QueryValue String active,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        UserSearch search = UserSearch.of(query, role, active);
        String before = request.start().map(AdminUserController::place).orElse(AdministrationRepository.NEWEST);
        List<ListedAccount> rows =
                accounts.list(before, search.pattern(), search.role(), search.state(), request.rows());
        return request.page(rows, account -> Cursor.of(account.id().toString()), AccountView::of);
    }

    /** One account. */
    @Get("/{id}")
    AccountView get(UserId id) {
        return AccountView.of(administration.require(id));
    }

    /** Changes role or state; refused when the house would be left without an administrator. */
    @Patch("/{id}")
    @Secured(Permission.GOVERN)
    AccountView change(UserId id, @Valid @Body ChangeUser request, CurrentUser administrator) {
        return AccountView.of(Deadlocks.retry(() -> administration.change(id, request, administrator.id())));
    }

    /** Makes a link that sets a new password, for a day. It voids the one before. */
    @Post("/{id}/reset-link")
    @Secured(Permission.GOVERN)
    @Status(HttpStatus.CREATED)
    ResetLinkView resetLink(UserId id, CurrentUser administrator) {
        return ResetLinkView.of(Deadlocks.retry(() -> administration.makeResetLink(id, administrator.id())));
    }

    /** Signs the account out everywhere. */
    @Delete("/{id}/sessions")
    @Secured(Permission.GOVERN)
    @Status(HttpStatus.NO_CONTENT)
    void endSessions(UserId id, CurrentUser administrator) {
        Deadlocks.retry(() -> {
            administration.endSessions(id, administrator.id());
            return true;
        });
    }

    /** Removes the second factor of somebody who has lost it. */
    @Delete("/{id}/totp")
    @Secured(Permission.GOVERN)
    @Status(HttpStatus.NO_CONTENT)
    void removeSecondFactor(UserId id, CurrentUser administrator) {
        Deadlocks.retry(() -> {
            administration.removeSecondFactor(id, administrator.id());
            return true;
        });
    }

    private static String place(Cursor cursor) {
        try {
            return UserId.of(String.join("", cursor.parts())).toString();
        } catch (IllegalArgumentException notAnId) {
            throw Cursor.invalid();
        }
    }
}
