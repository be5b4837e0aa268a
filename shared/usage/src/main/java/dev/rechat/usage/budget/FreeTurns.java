package dev.rechat.usage.budget;

import dev.rechat.kernel.id.TurnId;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns that this process has begun and that take nothing of any budget: where they end here, nobody need ask. Forgets the
 * oldest when there are many; those are asked for then. Thread-safe.
 */
@Singleton
final class FreeTurns {

    private static final int MOST = 5_000;

    private final Map<TurnId, Boolean> turns = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TurnId, Boolean> eldest) {
            return size() > MOST;
        }
    };

    synchronized void add(TurnId turn) {
        turns.put(turn, true);
    }

    synchronized void remove(TurnId turn) {
        turns.remove(turn);
    }

    synchronized boolean contains(TurnId turn) {
        return turns.containsKey(turn);
    }
}
