package dev.rechat.chat.turn;

import dev.rechat.chat.file.MessageFiles;
import dev.rechat.chat.form.TurnForms;
import dev.rechat.chat.journal.Leases;
import dev.rechat.chat.journal.ProducerId;
import dev.rechat.chat.journal.TurnLog;
import dev.rechat.chat.json.StoredJson;
import dev.rechat.chat.title.ConversationTitle;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnForm;
import dev.rechat.persistence.turn.TurnRepository;
import dev.rechat.persistence.turn.TurnStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a turn writes: one transaction at its beginning, one at its end, none while Dify is asked. */
@Singleton
class TurnStore {

    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final TurnRepository turns;
    private final Branches branches;
    private final RunningLimits limits;
    private final MessageFiles files;
    private final StoredJson inputs;
    private final TurnForms forms;
    private final TurnLog log;
    private final IdGenerator ids;
    private final Clock clock;
    private final Leases leases;
    private final ProducerId producer;

    TurnStore(
            ConversationRepository conversations,
            MessageRepository messages,
            TurnRepository turns,
            Branches branches,
            RunningLimits limits,
            MessageFiles files,
            StoredJson inputs,
            TurnForms forms,
            TurnLog log,
            IdGenerator ids,
            Clock clock,
            Leases leases,
            ProducerId producer) {
        this.conversations = conversations;
        this.messages = messages;
        this.turns = turns;
        this.branches = branches;
        this.limits = limits;
        this.files = files;
        this.inputs = inputs;
        this.forms = forms;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
        this.leases = leases;
        this.producer = producer;
    }

    /**
     * Stores the question, a place for the answer, and the turn.
     *
     * @throws NotFoundException when the conversation is not this person's
     * @throws dev.rechat.persistence.database.DuplicateKeyException when the turn exists or the conversation has a
     *     running one
     */
    @Transactional
    public BegunTurn begin(Question asked) {
        Instant now = clock.instant();
        limits.check(asked.user(), asked.app().id(), now);
        ConversationId wanted = asked.conversationId();
        Conversation conversation = wanted == null ? create(asked, now) : find(asked, wanted);
        Branch branch = wanted == null
                ? branches.beginning(asked.parentMessageId())
                : branches.find(wanted, asked.user(), asked.parentMessageId());
        Message again = branch.question();
        String text = asked.textOr(again);
        Turn turn = turn(asked, conversation, branch, again == null ? ids.nextMessageId() : again.id(), now);
        turns.save(turn);
        if (again == null) {
            messages.save(
                    message(turn, turn.userMessageId(), branch.parent(), MessageRole.USER, TurnStatus.COMPLETED, text));
        }
        messages.save(message(
                turn,
                turn.assistantMessageId(),
                turn.userMessageId(),
                MessageRole.ASSISTANT,
                TurnStatus.STREAMING,
                ""));
        if (wanted != null) {
            conversations.touch(wanted, asked.user(), now);
        } else if (asked.prepared().fromForm() && asked.prepared().inputs() != null) {
            conversations.rememberInputs(
                    conversation.id(),
                    asked.user(),
                    inputs.write(asked.prepared().inputs()));
        }
        return new BegunTurn(
                turn,
                asked.app(),
                text,
                wanted == null
                        ? null
                        : conversations
                                .findInputs(wanted, asked.user())
                                .map(inputs::read)
                                .orElse(null),
                again == null ? List.of() : files.carriedBy(asked.user(), again.id()),
                wanted == null ? conversation.title() : null);
    }

    private Conversation find(Question asked, ConversationId id) {
        Conversation conversation =
                conversations.findOwned(id, asked.user()).orElseThrow(() -> new NotFoundException("conversation"));
        if (!conversation.appId().equals(asked.app().id())) {
            throw new ValidationException("app_id", "other_app", "the conversation belongs to another app");
        }
        return conversation;
    }

    private Conversation create(Question asked, Instant now) {
        String title = ConversationTitle.of(asked.textOr(null));
        return conversations.save(new Conversation(
                ids.nextConversationId(), asked.user(), asked.app().id(), null, title, false, false, now, now));
    }

    private Turn turn(Question asked, Conversation conversation, Branch branch, MessageId question, Instant now) {
        return new Turn(
                asked.ticket().turn(),
                asked.user(),
                conversation.id(),
                asked.app().id(),
                question,
                ids.nextMessageId(),
                TurnStatus.STREAMING,
                conversation.id(),
                leases.untilFromNow(),
                producer.value(),
                asked.ticket().hash(),
                null,
                branch.difyThread(),
                branch.branched(),
                null,
                null,
                null,
                null,
                now,
                null);
    }

    private static Message message(
            Turn turn, MessageId id, @Nullable MessageId parent, MessageRole role, TurnStatus status, String content) {
        return new Message(
                id,
                turn.conversationId(),
                turn.userId(),
                turn.id(),
                parent,
                role,
                status,
                content,
                null,
                turn.createdAt());
    }

    /**
     * Stores the answer and the whole log.
     *
     * @param frames every event from the first to the last
     * @return false when another process has the turn now; nothing is stored then
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
            return false;
        }
        messages.finish(turn.assistantMessageId(), turn.userId(), outcome.text(), outcome.status(), outcome.usage());
        conversations.answered(turn.conversationId(), turn.userId(), now, dify.conversation());
        outcome.title()
                .ifPresent(title ->
                        conversations.retitle(turn.conversationId(), turn.userId(), title.first(), title.better()));
        outcome.files().forEach(files::store);
        forms.store(turn, outcome.forms(), now);
        log.replace(turn.id(), frames);
        return true;
    }

    /**
     * Begins the turn that goes on with a paused one: it answers the same question in the same place.
     *
     * @return empty when somebody else has filled in the form
     */
    @Transactional
    public Optional<Turn> goOn(Turn paused, TurnId id, String hash, TurnForm form) {
        Instant now = clock.instant();
        limits.check(paused.userId(), paused.appId(), now);
        if (!forms.close(form)) {
            return Optional.empty();
        }
        Turn turn = new Turn(
                id,
                paused.userId(),
                paused.conversationId(),
                paused.appId(),
                paused.userMessageId(),
                paused.assistantMessageId(),
                TurnStatus.STREAMING,
                paused.conversationId(),
                leases.untilFromNow(),
                producer.value(),
                hash,
                null,
                paused.difyConversationId(),
                paused.branched(),
                null,
                paused.difyMessageId(),
                paused.workflowRunId(),
                null,
                now,
                null);
        turns.save(turn);
        messages.continueIn(paused.assistantMessageId(), paused.userId(), id);
        return Optional.of(turn);
    }

    /** Takes a turn whose producer is gone. @return whether this process has it now */
    @Transactional
    public boolean takeOver(Turn turn) {
        return turns.takeOver(turn.id(), turn.userId(), producer.value(), leases.untilFromNow(), clock.instant()) == 1;
    }

    /** Lets a turn go, for whoever reads it next. */
    @Transactional
    public void release(Turn turn) {
        turns.release(turn.id(), producer.value(), clock.instant().minusMillis(1));
    }
}
