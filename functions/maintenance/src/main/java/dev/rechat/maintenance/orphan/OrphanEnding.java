package dev.rechat.maintenance.orphan;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.maintenance.OrphanRepository;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnEvents;
import dev.rechat.persistence.turn.TurnEventsRepository;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.turns.log.Frame;
import dev.rechat.turns.log.LogPacking;
import dev.rechat.turns.log.LoggedText;
import dev.rechat.usage.budget.Settlement;
import dev.rechat.usage.budget.Spending;
import dev.rechat.usage.ledger.EndedTurn;
import dev.rechat.usage.ledger.TurnCost;
import dev.rechat.usage.ledger.UsageLedger;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Ends one orphan: with the text from its log, and an end to the log. */
@Singleton
class OrphanEnding {

    private static final int ROWS = 64;

    /** As whoever takes over from a killed producer does: it may have told so many events that it had not written. */
    private static final int MORE_THAN_WAS_TOLD = 10_000;

    private final OrphanRepository orphans;
    private final TurnEventsRepository log;
    private final MessageRepository messages;
    private final UsageLedger ledger;
    private final Settlement budgets;
    private final LastEvents events;
    private final Clock clock;

    OrphanEnding(
            OrphanRepository orphans,
            TurnEventsRepository log,
            MessageRepository messages,
            UsageLedger ledger,
            Settlement budgets,
            LastEvents events,
            Clock clock) {
        this.orphans = orphans;
        this.log = log;
        this.messages = messages;
        this.ledger = ledger;
        this.budgets = budgets;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A producer that was only asleep ends the turn once more when it wakes: it has the whole answer.
     *
     * @return false when somebody else has it, has ended it or goes on with it
     */
    @Transactional
    boolean end(Turn turn, Instant before) {
        if (orphans.hold(turn.id(), turn.userId(), before).isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        List<byte[]> frames = frames(turn);
        LoggedText text = new LoggedText(events::textOf);
        frames.forEach(frame -> text.take(Frame.of(frame)));
        int last = frames.isEmpty() ? 0 : Frame.number(frames.getLast());
        if (turn.producer() != null) {
            last += MORE_THAN_WAS_TOLD;
            frames.add(events.caughtUp(++last, text.toString()));
        }
        frames.add(events.interrupted(++last));
        orphans.interrupt(turn.id(), turn.userId(), ErrorCode.TURN_INTERRUPTED.code(), now);
        messages.finish(turn.assistantMessageId(), turn.userId(), text.toString(), TurnStatus.INTERRUPTED, null);
        orphans.learnThread(turn.conversationId(), turn.userId(), turn.difyConversationId());
        log.deleteLog(turn.id());
        log.save(LogPacking.compact(turn.id(), frames, now));
        settle(turn, now);
        return true;
    }

    /** Last: from here on rows are locked that other turns wait for. Dify has told nothing: it costs what was reserved. */
    private void settle(Turn turn, Instant now) {
        String code = ErrorCode.TURN_INTERRUPTED.code();
        boolean written = ledger.record(new EndedTurn(
                turn.id(),
                turn.userId(),
                turn.appId(),
                TurnStatus.INTERRUPTED,
                code,
                TurnCost.UNTOLD,
                turn.createdAt(),
                now));
        if (written) {
            budgets.settle(turn.id(), Spending.UNKNOWN);
        } else {
            budgets.settleOpen(turn.id(), Spending.UNKNOWN);
        }
    }

    /** All that is in the log; its size has a limit (RECHAT_TURNS_MAX_BYTES). */
    private List<byte[]> frames(Turn turn) {
        List<byte[]> frames = new ArrayList<>();
        List<TurnEvents> rows;
        int last = 0;
        do {
            rows = log.listAfter(turn.id(), turn.userId(), last, ROWS);
            for (TurnEvents row : rows) {
                frames.addAll(LogPacking.framesAfter(last, row));
                last = row.lastEvent();
            }
        } while (rows.size() == ROWS);
        return frames;
    }
}
