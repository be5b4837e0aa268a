package dev.rechat.chat.turn;

import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnRepository;
import dev.rechat.persistence.turn.TurnStatus;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.retry.annotation.Retryable;
import io.micronaut.transaction.annotation.Transactional;
import io.micronaut.transaction.exceptions.TransactionException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a turn writes: one transaction at its beginning, one at its end, none while Dify is asked. */
@Singleton
class TurnStore {

    private final ConversationRepository conversations;
    private final MessageRepository messages;
    private final TurnRepository turns;
    private final IdGenerator ids;
    private final Clock clock;
    private final LeaseKeeper leases;

    TurnStore(
            ConversationRepository conversations,
            MessageRepository messages,
            TurnRepository turns,
            IdGenerator ids,
            Clock clock,
            LeaseKeeper leases) {
        this.conversations = conversations;
        this.messages = messages;
        this.turns = turns;
        this.ids = ids;
        this.clock = clock;
        this.leases = leases;
    }

    /**
     * Stores the question, a place for the answer, and the turn.
     *
     * @param conversationId null to begin a conversation
     * @throws NotFoundException when the conversation is not this user's
     * @throws io.micronaut.data.exceptions.DataAccessException also when the conversation has a running turn
     */
    @Transactional
    public BegunTurn begin(UserId user, App app, @Nullable ConversationId conversationId, String question) {
        Instant now = clock.instant();
        Conversation conversation = conversationId == null
                ? create(user, app, question, now)
                : conversations
                        .findOwned(conversationId, user)
                        .orElseThrow(() -> new NotFoundException("conversation"));
        if (!conversation.appId().equals(app.id())) {
            throw new ValidationException("app_id", "other_app", "the conversation belongs to another app");
        }
        MessageId parent = conversationId == null
                ? null
                : messages.findLast(conversationId, user).map(Message::id).orElse(null);
        Turn turn = new Turn(
                ids.nextTurnId(),
                user,
                conversation.id(),
                app.id(),
                ids.nextMessageId(),
                ids.nextMessageId(),
                TurnStatus.STREAMING,
                conversation.id(),
                leases.untilFromNow(),
                null,
                null,
                null,
                null,
                now,
                null);
        turns.save(turn);
        messages.save(message(turn, turn.userMessageId(), parent, MessageRole.USER, TurnStatus.COMPLETED, question));
        messages.save(message(
                turn,
                turn.assistantMessageId(),
                turn.userMessageId(),
                MessageRole.ASSISTANT,
                TurnStatus.STREAMING,
                ""));
        conversations.touch(conversation.id(), user, now);
        return new BegunTurn(turn, conversation, conversationId == null);
    }

    private Conversation create(UserId user, App app, String question, Instant now) {
        String title = ConversationTitle.of(question);
        return conversations.save(
                new Conversation(ids.nextConversationId(), user, app.id(), null, title, false, false, now, now));
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
     * Stores the answer, trying for half a minute when the database is away: nobody else has it. Does nothing when
     * somebody else has ended the turn.
     */
    @Retryable(
            includes = {DataAccessException.class, TransactionException.class},
            attempts = "6",
            delay = "500ms",
            multiplier = "2")
    @Transactional
    public void finish(Turn turn, TurnOutcome outcome) {
        Instant now = clock.instant();
        long ended = turns.finish(
                turn.id(),
                outcome.status(),
                outcome.taskId(),
                outcome.difyMessageId(),
                outcome.workflowRunId(),
                outcome.error() == null ? null : outcome.error().code(),
                now);
        if (ended == 0) {
            return;
        }
        messages.finish(turn.assistantMessageId(), turn.userId(), outcome.text(), outcome.status(), outcome.usage());
        conversations.touch(turn.conversationId(), turn.userId(), now);
        if (outcome.difyConversationId() != null) {
            conversations.continueAt(turn.conversationId(), turn.userId(), outcome.difyConversationId());
        }
    }

    /** Ends a turn that was left behind. @return whether the conversation is free now because of it */
    @Transactional
    public boolean interruptIfAbandoned(Turn turn) {
        boolean ended = turns.interruptExpired(turn.id(), clock.instant()) == 1;
        if (ended) {
            messages.changeStatus(turn.assistantMessageId(), turn.userId(), TurnStatus.INTERRUPTED);
        }
        return ended;
    }
}
