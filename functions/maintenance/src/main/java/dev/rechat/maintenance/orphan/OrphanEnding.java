package dev.rechat.maintenance.orphan;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.maintenance.OrphanRepository;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnEvents;
import dev.rechat.persistence.turn.TurnEventsRepository;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.turns.detail.AnswerDetails;
import dev.rechat.turns.log.CaughtUp;
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
import org.jspecify.annotations.Nullable;

/** Ends one orphan: with the text from its log, and an end to the log. */
@Singleton
class OrphanEnding {

    private static final int ROWS = 64;

    private final OrphanRepository orphans;
    private final TurnEventsRepository log;
    private final MessageRepository messages;
    private final AnswerDetails details;
    private final UsageLedger ledger;
    private final Settlement budgets;
    private final LastEvents events;
    private final Clock clock;

    OrphanEnding(
            OrphanRepository orphans,
            TurnEventsRepository log,
            MessageRepository messages,
            AnswerDetails details,
            UsageLedger ledger,
            Settlement budgets,
            LastEvents events,
            Clock clock) {
        this.orphans = orphans;
        this.log = log;
        this.messages = messages;
        this.details = details;
        this.ledger = ledger;
        this.budgets = budgets;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One that somebody wanted to stop ends as stopped, unconfirmed: Dify is not asked. Any other ends as interrupted; a producer that was only asleep ends it once more when it wakes, for it has the whole answer.
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
        if (CaughtUp.needed(turn)) {
            last += CaughtUp.SKIPPED;
            frames.add(events.caughtUp(++last, text.toString()));
        }
        boolean stopped = turn.stopRequestedAt() != null;
        TurnStatus status = stopped ? TurnStatus.STOP_UNCONFIRMED : TurnStatus.INTERRUPTED;
        String error = stopped ? null : ErrorCode.TURN_INTERRUPTED.code();
        frames.add(stopped ? events.stopped(++last, status) : events.interrupted(++last));
        orphans.end(turn.id(), turn.userId(), status, error, now);
        String earlier =
                messages.findDetails(turn.assistantMessageId(), turn.userId()).orElse(null);
        messages.finish(
                turn.assistantMessageId(),
                turn.userId(),
                text.toString(),
                status,
                null,
                details.of(turn.id(), frames, earlier));
        orphans.learnThread(turn.conversationId(), turn.userId(), turn.difyConversationId());
        log.deleteLog(turn.id());
        log.save(LogPacking.compact(turn.id(), frames, now));
        settle(turn, status, error, now);
        return true;
    }

    /** Last: from here on rows are locked that other turns wait for. Dify has told nothing: it costs what was reserved. */
    private void settle(Turn turn, TurnStatus status, @Nullable String error, Instant now) {
        boolean written = ledger.record(new EndedTurn(
                turn.id(), turn.userId(), turn.appId(), status, error, TurnCost.UNTOLD, turn.createdAt(), now));
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
