package dev.rechat.chat.journal;

import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.translate.DifyIds;
import org.jspecify.annotations.Nullable;

/** How far a turn is written. Belongs to the journal's thread, of which one runs at a time. */
final class JournalEntry {

    private final JournaledTurn turn;
    private int written;
    private DifyIds.@Nullable Known knownIds;

    /** @param written how many events the log has already */
    JournalEntry(JournaledTurn turn, int written) {
        this.turn = turn;
        this.written = written;
    }

    JournaledTurn turn() {
        return turn;
    }

    synchronized Unwritten unwritten() {
        DifyIds.Known ids = turn.difyIds();
        return new Unwritten(turn, turn.feed().tailAfter(written), ids, !ids.equals(knownIds));
    }

    synchronized void wrote(Unwritten done) {
        written = done.news().last();
        knownIds = done.ids();
    }

    /** What the log lacks. */
    record Unwritten(JournaledTurn turn, TurnFeed.Tail news, DifyIds.Known ids, boolean idsAreNew) {}
}
