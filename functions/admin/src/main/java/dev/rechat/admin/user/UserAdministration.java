package dev.rechat.admin.user;

import dev.rechat.accounts.administrator.Administrators;
import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.link.LinkPurpose;
import dev.rechat.accounts.link.MadeLink;
import dev.rechat.accounts.link.OneTimeLinks;
import dev.rechat.accounts.profile.EmailAddress;
import dev.rechat.accounts.session.SessionEnding;
import dev.rechat.admin.user.StandingChanges.Standing;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.AdministrationRepository;
import dev.rechat.persistence.account.GroupName;
import dev.rechat.persistence.account.ListedAccount;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.factor.SecondFactorRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What administrators do to accounts. Each act is one transaction, and stands in the audit log with who did it. */
@Singleton
class UserAdministration {

    private final AdministrationRepository accounts;
    private final UserRepository users;
    private final Administrators administrators;
    private final SessionEnding sessions;
    private final SecondFactorRepository factors;
    private final StandingChanges standings;
    private final NewUsers newUsers;
    private final Memberships memberships;
    private final OneTimeLinks links;
    private final Audit audit;

    UserAdministration(
            AdministrationRepository accounts,
            UserRepository users,
            Administrators administrators,
            SessionEnding sessions,
            SecondFactorRepository factors,
            StandingChanges standings,
            NewUsers newUsers,
            Memberships memberships,
            OneTimeLinks links,
            Audit audit) {
        this.accounts = accounts;
        this.users = users;
        this.administrators = administrators;
        this.sessions = sessions;
        this.factors = factors;
        this.standings = standings;
        this.newUsers = newUsers;
        this.memberships = memberships;
        this.links = links;
        this.audit = audit;
    }

    /**
     * Changes role and state. Rights end within the time that a standing is remembered.
     *
     * @throws RefusedException {@code last_administrator}
     */
    @Transactional
    ListedAccount change(UserId id, ChangeUser change, UserId administrator) {
        if (change.role() != null && change.role() != Role.ADMIN || Boolean.FALSE.equals(change.active())) {
            // Before anything else is held, so that two who do this to each other wait here.
            administrators.letGo(id);
        }
        ListedAccount before = hold(id);
        standings.apply(
                id,
                new Standing(before.role(), before.active()),
                new Standing(
                        Objects.requireNonNullElse(change.role(), before.role()),
                        Objects.requireNonNullElse(change.active(), before.active())),
                administrator);
        return require(id);
    }

    /** An account and the link for its owner. */
    record Created(ListedAccount account, List<GroupName> groups, MadeLink link) {}

    /** @throws dev.rechat.persistence.database.DuplicateKeyException when the e-mail is taken */
    @Transactional
    Created create(CreateUser request, EmailAddress email, UserId administrator) {
        List<GroupName> groups = memberships.require(request.groups());
        NewUser wanted = NewUser.of(email, request.displayName(), request.role(), request.language(), null, groups);
        UserId id = newUsers.create(List.of(wanted), administrator).getFirst();
        MadeLink link = makeResetLink(id, administrator);
        return new Created(require(id), groups, link);
    }

    /** @throws RefusedException {@code account_disabled} for an account that is switched off */
    @Transactional
    MadeLink makeResetLink(UserId id, UserId administrator) {
        hold(id);
        MadeLink link = links.make(id, LinkPurpose.RESET_BY_ADMINISTRATOR)
                .orElseThrow(() -> new RefusedException(ErrorCode.ACCOUNT_DISABLED, "this account is switched off"));
        write(AuditAction.PASSWORD_RESET_LINK_MADE, id, administrator, Map.of());
        return link;
    }

    @Transactional
    void endSessions(UserId id, UserId administrator) {
        hold(id);
        long ended = sessions.endAll(id);
        write(
                AuditAction.SESSIONS_ENDED,
                id,
                administrator,
                Map.of("which", "all", Audit.SESSIONS_ENDED, Long.toString(ended)));
    }

    /** For somebody who has lost theirs, and the recovery codes with it. Does nothing where there is none. */
    @Transactional
    void removeSecondFactor(UserId id, UserId administrator) {
        hold(id);
        if (factors.deleteByUserId(id) > 0) {
            write(AuditAction.SECOND_FACTOR_REMOVED, id, administrator, Map.of());
        }
    }

    ListedAccount require(UserId id) {
        return accounts.find(id).orElseThrow(() -> new NotFoundException("user"));
    }

    private ListedAccount hold(UserId id) {
        users.findByIdForUpdate(id);
        return require(id);
    }

    private void write(AuditAction action, UserId target, UserId administrator, Map<String, String> details) {
        audit.record(action, administrator, Audit.USER, target.toString(), details);
    }
}
