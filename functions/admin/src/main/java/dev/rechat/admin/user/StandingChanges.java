package dev.rechat.admin.user;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.session.SessionEnding;
import dev.rechat.kernel.account.Permission;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.AccountDeletionRepository;
import dev.rechat.persistence.account.AdministrationRepository;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Changes what accounts may do. Whoever calls has made sure that an administrator stays, and holds the account. */
@Singleton
public class StandingChanges {

    private final AdministrationRepository accounts;
    private final SessionEnding sessions;
    private final AccountDeletionRepository turns;
    private final Audit audit;
    private final Clock clock;

    StandingChanges(
            AdministrationRepository accounts,
            SessionEnding sessions,
            AccountDeletionRepository turns,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.turns = turns;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an account may do. */
    public record Standing(Role role, boolean active) {

        private boolean mayChat() {
            return active && Permission.of(role).contains(Permission.CHAT);
        }
    }

    /**
     * Changes it, in the caller's transaction. An account that is switched off is signed out everywhere; the answers that are
     * being made for one that may not chat any more are stopped. What changed is written down.
     */
    @Transactional(propagation = TransactionDefinition.Propagation.MANDATORY)
    public void apply(UserId id, Standing before, Standing after, UserId administrator) {
        Instant now = clock.instant();
        accounts.change(id, after.role(), after.active(), now);
        if (before.role() != after.role()) {
            write(
                    AuditAction.ACCOUNT_ROLE_CHANGED,
                    id,
                    administrator,
                    Map.of("old", before.role().code(), "new", after.role().code()));
        }
        if (before.active() != after.active()) {
            write(
                    after.active() ? AuditAction.ACCOUNT_ACTIVATED : AuditAction.ACCOUNT_DEACTIVATED,
                    id,
                    administrator,
                    Map.of());
        }
        if (before.active() && !after.active()) {
            sessions.endAll(id);
        }
        if (!after.mayChat()) {
            turns.stopTurns(id, now);
        }
    }

    private void write(AuditAction action, UserId target, UserId administrator, Map<String, String> details) {
        audit.record(action, administrator, Audit.USER, target.toString(), details);
    }
}
