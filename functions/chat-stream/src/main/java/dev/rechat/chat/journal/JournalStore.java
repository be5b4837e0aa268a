package dev.rechat.chat.journal;

import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.turn.HeldTurn;
import dev.rechat.persistence.turn.TurnEvents;
import dev.rechat.persistence.turn.TurnEventsRepository;
import dev.rechat.persistence.turn.TurnRepository;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.turns.log.LogPacking;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One round of the journal: one transaction for all turns of this process. */
@Singleton
class JournalStore {

    /** Rows that go out together; far below the smallest packet that servers take (16 MB). */
    private static final int MAX_BATCH_BYTES = 1024 * 1024;

    private final TurnRepository turns;
    private final TurnEventsRepository events;
    private final ProducerId producer;
    private final Leases leases;
    private final Clock clock;

    JournalStore(TurnRepository turns, TurnEventsRepository events, ProducerId producer, Leases leases, Clock clock) {
        this.turns = turns;
        this.events = events;
        this.producer = producer;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * Writes what is new of the turns that are still ours.
     *
     * @param renew whether their leases are due
     * @return whose the turns are; those that are gone are left out
     */
    @Transactional
    public Map<TurnId, HeldTurn> write(List<JournalEntry.Unwritten> unwritten, boolean renew) {
        List<TurnId> ids = unwritten.stream().map(entry -> entry.turn().id()).toList();
        Map<TurnId, HeldTurn> held = new HashMap<>();
        turns.hold(ids).forEach(turn -> held.put(turn.id(), turn));
        List<TurnEvents> rows = new ArrayList<>();
        for (JournalEntry.Unwritten entry : unwritten) {
            if (ours(held.get(entry.turn().id()))) {
                if (!entry.news().frames().isEmpty()) {
                    rows.add(LogPacking.plain(entry.turn().id(), entry.news().frames(), clock.instant()));
                }
                if (entry.idsAreNew()) {
                    learn(entry);
                }
            }
        }
        saveInBatches(rows);
        if (renew) {
            turns.renewLeases(ids, producer.value(), leases.untilFromNow());
        }
        return held;
    }

    private boolean ours(@Nullable HeldTurn turn) {
        return turn != null
                && turn.status() == TurnStatus.STREAMING
                && producer.value().equals(turn.producer());
    }

    private void learn(JournalEntry.Unwritten entry) {
        var ids = entry.ids();
        turns.learn(entry.turn().id(), producer.value(), ids.conversation(), ids.task(), ids.message(), ids.run());
    }

    private void saveInBatches(List<TurnEvents> rows) {
        List<TurnEvents> batch = new ArrayList<>();
        long bytes = 0;
        for (TurnEvents row : rows) {
            if (!batch.isEmpty() && bytes + row.frames().length > MAX_BATCH_BYTES) {
                events.saveAll(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(row);
            bytes += row.frames().length;
        }
        if (!batch.isEmpty()) {
            events.saveAll(batch);
        }
    }
}
