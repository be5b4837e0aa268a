package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.chat.journal.Journal;
import dev.rechat.chat.journal.JournaledTurn;
import dev.rechat.persistence.turn.Turn;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.exceptions.TransactionException;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives turns away that another process can go on with: runs of chatflows and workflows outlive the connection. */
@Singleton
final class Handovers {

    /** For the readers of this process: nothing is lost, ask for the rest. */
    static final TurnEvent.Notice NOTICE =
            new TurnEvent.Notice("handover", "The answer goes on elsewhere; resume after the last event.");

    private static final Logger LOG = LoggerFactory.getLogger(Handovers.class);

    private final Journal journal;
    private final TurnStore store;

    Handovers(Journal journal, TurnStore store) {
        this.journal = journal;
        this.store = store;
    }

    /**
     * Writes what there is, lets go of the turn, and tells its readers. Closes the feed without an end.
     *
     * @return false when the turn turned out to be another's, or gone
     */
    boolean handOver(JournaledTurn produced, Turn turn) {
        try {
            return !journal.writeNow(produced) || store.release(turn);
        } catch (CannotGetJdbcConnectionException
                | ConnectionException
                | DataAccessException
                | TransactionException databaseDown) {
            // The lease runs out by itself; what is not written comes again from the run's snapshot.
            LOG.warn("turn {} is left without a word: {}", turn.id(), databaseDown.getMessage());
            return true;
        } finally {
            produced.feed().tell(NOTICE);
            produced.feed().close();
        }
    }
}
