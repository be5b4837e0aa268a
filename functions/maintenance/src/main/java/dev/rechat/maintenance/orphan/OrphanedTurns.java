package dev.rechat.maintenance.orphan;

import dev.rechat.maintenance.run.Batch;
import dev.rechat.maintenance.run.Batches;
import dev.rechat.maintenance.run.Task;
import dev.rechat.maintenance.settings.MaintenanceConfiguration;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.maintenance.OrphanRepository;
import dev.rechat.persistence.maintenance.TaskName;
import dev.rechat.persistence.turn.Turn;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns that nobody has made for long. Whoever comes back sooner gets the better end, with Dify asked; these end as they
 * were left, so that their conversations are free again and what they took is counted.
 */
@Singleton
final class OrphanedTurns implements Task {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedTurns.class);

    /** Each ends in a transaction of its own; the log of one is in memory at a time. */
    private static final int TURNS = 20;

    private final OrphanRepository orphans;
    private final OrphanEnding ending;
    private final Duration patience;

    OrphanedTurns(OrphanRepository orphans, OrphanEnding ending, MaintenanceConfiguration configuration) {
        this.orphans = orphans;
        this.ending = ending;
        this.patience = configuration.orphansAfter();
    }

    @Override
    public TaskName name() {
        return TaskName.ORPHANED_TURNS;
    }

    @Override
    public long count(Instant now) {
        return orphans.count(now.minus(patience));
    }

    @Override
    public Batches begin(Instant now) {
        return new Walk(now.minus(patience));
    }

    /** In the order of their conversations, so that one that cannot be ended is passed over. */
    private final class Walk implements Batches {

        private final Instant before;
        private String after = "";

        Walk(Instant before) {
            this.before = before;
        }

        @Override
        public Batch next() {
            List<Turn> some = orphans.list(after, before, TURNS);
            if (some.isEmpty()) {
                return new Batch(0, false);
            }
            after = some.getLast().conversationId().toString();
            return new Batch(some.stream().filter(this::ended).count(), some.size() == TURNS);
        }

        private boolean ended(Turn turn) {
            try {
                return Deadlocks.retry(() -> ending.end(turn, before));
            } catch (DataAccessException | UncheckedIOException | IllegalArgumentException unwell) {
                // No message and no cause: parsers and databases quote what they read, and that is what people wrote.
                LOG.error(
                        "turn {} could not be ended: {}",
                        turn.id(),
                        unwell.getClass().getSimpleName());
                return false;
            }
        }
    }
}
