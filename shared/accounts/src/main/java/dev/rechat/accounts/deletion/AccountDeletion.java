package dev.rechat.accounts.deletion;

import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.UserId;
import dev.rechat.kernel.log.LogField;
import dev.rechat.persistence.account.AccountDeletionRepository;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.turn.TurnRepository;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes accounts with everything that belongs to them; the threads of their conversations are noted, to be deleted at
 * Dify by whoever keeps house. First the account is closed, then its data goes in small transactions, then its row. A process that is killed in between leaves an
 * account that nobody can use, and {@link #finishInterrupted} takes it from there. Not to be called within a transaction.
 */
@Singleton
public final class AccountDeletion {

    /** A deletion takes less, so an older one was interrupted. Were it not, two at once do no harm either. */
    private static final Duration SURELY_INTERRUPTED = Duration.ofMinutes(5);

    private static final int INTERRUPTED_AT_ONCE = 10;

    /** Producers look for wishes to stop twice a second. A turn whose rows are gone stops, too. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(3);

    private static final Duration STOP_LOOK = Duration.ofMillis(200);

    private static final Logger LOG = LoggerFactory.getLogger(AccountDeletion.class);

    private final AccountClosing closing;
    private final AccountDeletionRepository accounts;
    private final TurnRepository turns;
    private final Clock clock;

    AccountDeletion(AccountClosing closing, AccountDeletionRepository accounts, TurnRepository turns, Clock clock) {
        this.closing = closing;
        this.accounts = accounts;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Deletes an account; one that is being deleted or gone is fine, too.
     *
     * @param actor who wants it
     * @throws RefusedException {@code last_administrator} when the house would be left without one; nothing is changed then
     */
    public void delete(UserId account, UserId actor) {
        if (Deadlocks.retry(() -> closing.close(account, actor)) > 0) {
            waitForTurns(account);
        }
        deleteClosed(account);
    }

    /** Goes on with deletions that were interrupted, a few of them. @return how many it finished */
    public int finishInterrupted() {
        Instant before = clock.instant().minus(SURELY_INTERRUPTED);
        List<String> unfinished = accounts.listUnfinished(before, INTERRUPTED_AT_ONCE);
        unfinished.forEach(id -> {
            deleteClosed(UserId.of(id));
            LOG.atInfo().addKeyValue(LogField.USER_ID, id).log("finished the deletion of an account");
        });
        return unfinished.size();
    }

    /** How many deletions were interrupted. */
    public long countInterrupted() {
        return accounts.countUnfinished(clock.instant().minus(SURELY_INTERRUPTED));
    }

    private void deleteClosed(UserId account) {
        boolean more = true;
        while (more) {
            more = Deadlocks.retry(() -> closing.deleteSome(account));
        }
        Deadlocks.retry(() -> {
            closing.deleteAccount(account);
            return true;
        });
    }

    private void waitForTurns(UserId account) {
        long giveUp = System.nanoTime() + STOP_PATIENCE.toNanos();
        try {
            while (turns.countRunning(account, clock.instant()) > 0 && System.nanoTime() < giveUp) {
                Thread.sleep(STOP_LOOK);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
