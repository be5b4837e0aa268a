package dev.rechat.accounts.deletion;

import dev.rechat.accounts.administrator.Administrators;
import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.session.SessionEnding;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.AccountDeletionRepository;
import dev.rechat.persistence.apikey.ApiKeyRepository;
import dev.rechat.persistence.removal.RemovalRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The transactions of {@link AccountDeletion}. */
@Singleton
class AccountClosing {

    /** So much goes in one transaction: others must not wait long for what it holds. */
    static final int CONVERSATIONS = 50;

    private static final int ROWS = 1000;

    private final AccountDeletionRepository accounts;
    private final RemovalRepository conversations;
    private final ApiKeyRepository keys;
    private final Administrators administrators;
    private final SessionEnding sessions;
    private final Audit audit;
    private final Clock clock;

    AccountClosing(
            AccountDeletionRepository accounts,
            RemovalRepository conversations,
            ApiKeyRepository keys,
            Administrators administrators,
            SessionEnding sessions,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.conversations = conversations;
        this.keys = keys;
        this.administrators = administrators;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** After this nobody can use the account, whatever becomes of the rest. @return how many turns it asked to stop */
    @Transactional
    long close(UserId account, UserId actor) {
        administrators.letGo(account);
        sessions.endAll(account);
        Instant now = clock.instant();
        if (accounts.close(account, now) > 0) {
            audit.record(AuditAction.ACCOUNT_DELETED, actor, Audit.USER, account.toString(), Map.of());
        }
        keys.revokeAll(account, now);
        accounts.deleteLinks(account);
        return accounts.stopTurns(account, now);
    }

    /** @return whether there may be more */
    @Transactional
    boolean deleteSome(UserId account) {
        return deleteConversations(account) == CONVERSATIONS
                || accounts.deleteFiles(account, ROWS) == ROWS
                || accounts.deleteSessions(account, ROWS) == ROWS;
    }

    /** With everything in them; their threads at Dify are noted, which outlives the account. @return how many went */
    private int deleteConversations(UserId account) {
        List<String> some = conversations.holdSome(account, CONVERSATIONS);
        if (!some.isEmpty()) {
            conversations.noteThreads(some, account, clock.instant());
            conversations.noteRuns(some, account, clock.instant());
            conversations.delete(some, account);
        }
        return some.size();
    }

    @Transactional
    void deleteAccount(UserId account) {
        accounts.deleteAccount(account);
    }
}
