package dev.rechat.admin.user;

import dev.rechat.accounts.profile.EmailAddress;
import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.AccountLists;
import dev.rechat.persistence.account.AccountPosition;
import dev.rechat.persistence.account.AccountSort;
import dev.rechat.persistence.account.ListedAccount;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.database.DuplicateKeyException;
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

    private final AccountLists lists;
    private final Memberships memberships;
    private final UserAdministration administration;
    private final UserRemoval removal;

    AdminUserController(
            AccountLists lists, Memberships memberships, UserAdministration administration, UserRemoval removal) {
        this.lists = lists;
        this.memberships = memberships;
        this.administration = administration;
        this.removal = removal;
    }

    /**
     * The accounts, newest first unless another order is wanted; {@code query} is a part of an e-mail address or a name, in
     * whatever case.
     */
    @Get
    Page<AccountView> list(
            @Nullable @QueryValue String query,
            @Nullable @QueryValue String role,
            @Nullable @QueryValue String active,
            @Nullable @QueryValue("group_id") GroupId groupId,
            @Nullable @QueryValue String sort,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        AccountSort order = UserSearch.sort(sort);
        AccountPosition after =
                request.start().map(start -> UserPlace.of(order, start)).orElse(null);
        List<ListedAccount> rows =
                lists.page(UserSearch.filter(query, role, active, groupId), order, after, request.rows());
        var groups = memberships.of(rows.stream().map(ListedAccount::id).toList());
        return request.page(
                rows,
                account -> UserPlace.cursor(order, account),
                account -> AccountView.of(account, groups.getOrDefault(account.id(), List.of())));
    }

    /** Makes an account for somebody, whoever may register here, and the link with which they choose a password. */
    @Post
    @Secured(Permission.GOVERN)
    @Status(HttpStatus.CREATED)
    CreatedUserView create(@Valid @Body CreateUser request, CurrentUser administrator) {
        EmailAddress email = EmailAddress.parse(request.email());
        try {
            var created = Deadlocks.retry(() -> administration.create(request, email, administrator.id()));
            return CreatedUserView.of(AccountView.of(created.account(), created.groups()), created.link());
        } catch (DuplicateKeyException taken) {
            if (!taken.violates(UserRepository.EMAIL_KEY)) {
                throw taken;
            }
            throw new RefusedException(ErrorCode.EMAIL_TAKEN, "there is an account with this e-mail address");
        }
    }

    /** One account. */
    @Get("/{id}")
    AccountView get(UserId id) {
        return view(administration.require(id));
    }

    /** Changes role or state; refused when the house would be left without an administrator. */
    @Patch("/{id}")
    @Secured(Permission.GOVERN)
    AccountView change(UserId id, @Valid @Body ChangeUser request, CurrentUser administrator) {
        return view(Deadlocks.retry(() -> administration.change(id, request, administrator.id())));
    }

    /** Deletes the account with all of its data. */
    @Delete("/{id}")
    @Secured(Permission.GOVERN)
    @Status(HttpStatus.NO_CONTENT)
    void delete(UserId id, CurrentUser administrator) {
        removal.delete(id, administrator.id());
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

    private AccountView view(ListedAccount account) {
        return AccountView.of(account, memberships.of(account.id()));
    }
}
