package dev.rechat.turns.log;

import dev.rechat.persistence.turn.Turn;

/**
 * How a log goes on after its producer was killed. It had told more than it had written; its readers come back with numbers that
 * the log does not have. So what follows is numbered beyond all of those, and begins with the text that is certain, in a
 * {@code replace}.
 */
public final class CaughtUp {

    /** So many numbers are left out: more than a producer can tell between two rounds of the journal, a slow database included. */
    public static final int SKIPPED = 10_000;

    /** The reason that {@code replace} gives. */
    public static final String REASON = "caught_up";

    private CaughtUp() {}

    /** Whether a turn that ought to be running needs that. One that was released by its producer has all of its log. */
    public static boolean needed(Turn turn) {
        return turn.producer() != null;
    }
}
