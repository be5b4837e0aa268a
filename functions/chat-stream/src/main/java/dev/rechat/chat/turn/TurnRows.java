package dev.rechat.chat.turn;

import dev.rechat.chat.journal.Leases;
import dev.rechat.chat.journal.ProducerId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnStatus;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Describes new turns and their two messages; stores nothing. */
@Singleton
final class TurnRows {

    private final IdGenerator ids;
    private final Leases leases;
    private final ProducerId producer;

    TurnRows(IdGenerator ids, Leases leases, ProducerId producer) {
        this.ids = ids;
        this.leases = leases;
        this.producer = producer;
    }

    /** A turn that answers a question; a new one unless the branch has it. */
    Turn turn(Question asked, ConversationId conversation, Branch branch, Instant now) {
        Message again = branch.question();
        return new Turn(
                asked.ticket().turn(),
                asked.user(),
                conversation,
                asked.app().id(),
                again == null ? ids.nextMessageId() : again.id(),
                ids.nextMessageId(),
                TurnStatus.STREAMING,
                conversation,
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

    /** A turn that goes on where one has paused. */
    Turn goingOn(Turn paused, TurnId id, String hash, Instant now) {
        return new Turn(
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
    }

    /** @param parent null for the first in its conversation */
    static Message question(Turn turn, @Nullable MessageId parent, String text) {
        return message(turn, turn.userMessageId(), parent, MessageRole.USER, TurnStatus.COMPLETED, text);
    }

    /** Empty as yet. */
    static Message answer(Turn turn) {
        return message(
                turn, turn.assistantMessageId(), turn.userMessageId(), MessageRole.ASSISTANT, TurnStatus.STREAMING, "");
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
}
