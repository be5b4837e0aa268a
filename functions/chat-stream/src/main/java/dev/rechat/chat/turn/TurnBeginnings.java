package dev.rechat.chat.turn;

import dev.rechat.chat.file.MessageFiles;
import dev.rechat.chat.form.TurnForms;
import dev.rechat.chat.journal.Leases;
import dev.rechat.chat.journal.ProducerId;
import dev.rechat.chat.json.StoredJson;
import dev.rechat.chat.title.ConversationTitle;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnForm;
import dev.rechat.persistence.turn.TurnRepository;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.usage.budget.Budgets;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Begins turns, each in one transaction. */
@Singleton
class TurnBeginnings {

    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final TurnRepository turns;
    private final Branches branches;
    private final RunningLimits limits;
    private final MessageFiles files;
    private final StoredJson inputs;
    private final TurnForms forms;
    private final Budgets budgets;
    private final IdGenerator ids;
    private final Clock clock;
    private final Leases leases;
    private final ProducerId producer;

    TurnBeginnings(
            ConversationRepository conversations,
            MessageRepository messages,
            TurnRepository turns,
            Branches branches,
            RunningLimits limits,
            MessageFiles files,
            StoredJson inputs,
            TurnForms forms,
            Budgets budgets,
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
        this.budgets = budgets;
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
     * @throws dev.rechat.kernel.error.RefusedException {@code rate_limited}, {@code budget_exhausted}; nothing is stored then
     */
    @Transactional
    public BegunTurn begin(Question asked) {
        Instant now = clock.instant();
        limits.check(asked.user(), asked.app().id(), now);
        ConversationId wanted = asked.conversationId();
        Conversation conversation = wanted == null ? create(asked, now) : find(asked, wanted);
        if (wanted != null) {
            hold(wanted, asked.user(), now);
        }
        Branch place = wanted == null
                ? branches.beginning(asked.parentMessageId())
                : branches.find(wanted, asked.user(), asked.parentMessageId());
        Telling telling = asked.telling();
        boolean systemInput = asked.prepared().system() != null;
        boolean anew = telling.anew(place, systemInput);
        Branch branch = anew ? place.anew() : place;
        Message again = branch.question();
        String text = asked.textOr(again);
        Turn turn = turn(asked, conversation, branch, again == null ? ids.nextMessageId() : again.id(), now);
        turns.save(turn);
        if (again == null) {
            messages.save(
                    message(turn, turn.userMessageId(), branch.parent(), MessageRole.USER, TurnStatus.COMPLETED, text));
            files.attach(asked.user(), turn.userMessageId(), asked.files());
            files.keep(asked.user(), turn.userMessageId(), asked.prepared().enclosed());
        }
        messages.save(message(
                turn,
                turn.assistantMessageId(),
                turn.userMessageId(),
                MessageRole.ASSISTANT,
                TurnStatus.STREAMING,
                ""));
        if (wanted == null && asked.prepared().fromForm() && asked.prepared().inputs() != null) {
            conversations.rememberInputs(
                    conversation.id(),
                    asked.user(),
                    inputs.write(asked.prepared().inputs()));
        }
        BegunTurn begun = new BegunTurn(
                turn,
                asked.app(),
                telling.words(text, anew, systemInput),
                wanted == null
                        ? null
                        : conversations
                                .findInputs(wanted, asked.user())
                                .map(inputs::read)
                                .orElse(null),
                again == null ? List.of() : files.carriedBy(asked.user(), again.id()),
                branch.untold(),
                anew && telling.retells(),
                wanted == null ? conversation.title() : null);
        telling.alongside().accept(turn);
        reserve(turn);
        return begun;
    }

    /**
     * Refuses what {@link #begin} would, as far as that can be told before: for who is about to leave something at Dify. Stores
     * nothing.
     *
     * @throws dev.rechat.kernel.error.RefusedException {@code turn_running}, {@code rate_limited}, {@code budget_exhausted}
     */
    @Transactional
    public void foresee(UserId user, AppId app, @Nullable ConversationId conversation) {
        Instant now = clock.instant();
        limits.check(user, app, now);
        budgets.requireLeft(user, app, now);
        if (conversation != null) {
            turns.findRunning(conversation, user)
                    .filter(running -> !running.abandoned(now))
                    .ifPresent(running -> {
                        throw Admission.running(running);
                    });
        }
    }

    /** Last: others wait for the counters until this transaction ends. */
    private void reserve(Turn turn) {
        budgets.reserve(turn.id(), turn.userId(), turn.appId(), turn.createdAt());
    }

    private Conversation find(Question asked, ConversationId id) {
        Conversation conversation = require(id, asked.user());
        if (asked.temporary()) {
            throw new ValidationException("temporary", "invalid", "is said when a conversation begins");
        }
        if (!conversation.appId().equals(asked.app().id())) {
            throw new ValidationException("app_id", "other_app", "the conversation belongs to another app");
        }
        return conversation;
    }

    private Conversation require(ConversationId id, UserId owner) {
        return conversations
                .findPresent(id, owner, clock.instant())
                .orElseThrow(() -> new NotFoundException("conversation"));
    }

    /** It may have gone into the trash since it was found; from here on it stays until the transaction ends. */
    private void hold(ConversationId id, UserId owner, Instant now) {
        if (conversations.touch(id, owner, now) == 0) {
            throw new NotFoundException("conversation");
        }
    }

    private Conversation create(Question asked, Instant now) {
        String title = ConversationTitle.of(asked.textOr(null));
        Conversation begun = Conversation.begun(
                ids.nextConversationId(), asked.user(), asked.app().id(), title, now);
        return conversations.save(asked.temporary() ? begun.temporarily() : begun);
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
     * Begins the turn that goes on with a paused one: it answers the same question in the same place.
     *
     * @return empty when somebody else has filled in the form
     * @throws NotFoundException when the conversation lies in the trash
     */
    @Transactional
    public Optional<Turn> goOn(Turn paused, TurnId id, String hash, TurnForm form) {
        Instant now = clock.instant();
        limits.check(paused.userId(), paused.appId(), now);
        require(paused.conversationId(), paused.userId());
        hold(paused.conversationId(), paused.userId(), now);
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
        reserve(turn);
        return Optional.of(turn);
    }
}
