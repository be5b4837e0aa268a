package dev.rechat.chat.turn;

import dev.rechat.chat.file.MessageFiles;
import dev.rechat.chat.form.TurnForms;
import dev.rechat.chat.journal.Leases;
import dev.rechat.chat.journal.ProducerId;
import dev.rechat.chat.journal.TurnLog;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnRepository;
import dev.rechat.turns.detail.AnswerDetails;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a turn writes once it runs: its end, in one transaction, and whose it is. */
@Singleton
class TurnStore {

    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final TurnRepository turns;
    private final MessageFiles files;
    private final TurnForms forms;
    private final RemovedTurnStore removed;
    private final TurnLog log;
    private final AnswerDetails details;
    private final TurnCosts costs;
    private final Clock clock;
    private final Leases leases;
    private final ProducerId producer;

    TurnStore(
            ConversationRepository conversations,
            MessageRepository messages,
            TurnRepository turns,
            MessageFiles files,
            TurnForms forms,
            RemovedTurnStore removed,
            TurnLog log,
            AnswerDetails details,
            TurnCosts costs,
            Clock clock,
            Leases leases,
            ProducerId producer) {
        this.conversations = conversations;
        this.messages = messages;
        this.turns = turns;
        this.files = files;
        this.forms = forms;
        this.removed = removed;
        this.log = log;
        this.details = details;
        this.costs = costs;
        this.clock = clock;
        this.leases = leases;
        this.producer = producer;
    }

    /**
     * Stores the answer and the whole log.
     *
     * @param frames every event from the first to the last
     * @return false when another process has the turn now, or it is gone; nothing is stored then
     */
    @Transactional
    public boolean finish(Turn turn, TurnOutcome outcome, List<byte[]> frames) {
        Instant now = clock.instant();
        var dify = outcome.dify();
        long ended = turns.finish(
                turn.id(),
                producer.value(),
                outcome.status(),
                dify.conversation(),
                dify.task(),
                dify.message(),
                dify.run(),
                outcome.error() == null ? null : outcome.error().code(),
                now);
        if (ended == 0) {
            removed.ended(turn, dify, outcome.status(), outcome.error(), outcome.spending());
            return false;
        }
        messages.finish(
                turn.assistantMessageId(),
                turn.userId(),
                outcome.text(),
                outcome.status(),
                outcome.usage(),
                details.of(turn.id(), frames, earlierDetails(turn)));
        conversations.answered(turn.conversationId(), turn.userId(), now, dify.conversation());
        outcome.title()
                .ifPresent(title ->
                        conversations.retitle(turn.conversationId(), turn.userId(), title.first(), title.better()));
        outcome.files().forEach(files::store);
        forms.store(turn, outcome.forms(), now);
        log.replace(turn.id(), frames);
        costs.settle(turn, outcome.status(), outcome.error(), outcome.spending());
        return true;
    }

    /** Of a turn that goes on after a form: only such a one knows its run from the beginning. */
    private @Nullable String earlierDetails(Turn turn) {
        return turn.workflowRunId() == null
                ? null
                : messages.findDetails(turn.assistantMessageId(), turn.userId()).orElse(null);
    }

    /** Takes a turn whose producer is gone. @return whether this process has it now */
    @Transactional
    public boolean takeOver(Turn turn) {
        return turns.takeOver(turn.id(), turn.userId(), producer.value(), leases.untilFromNow(), clock.instant()) == 1;
    }

    /** Lets a turn go, for whoever reads it next. @return false when it was not this process's any more */
    @Transactional
    public boolean release(Turn turn) {
        return turns.release(turn.id(), producer.value(), clock.instant().minusMillis(1)) == 1;
    }
}
