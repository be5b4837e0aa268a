package dev.rechat.chat.turn;

import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnRepository;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place of a new turn in the tree of messages. Dify continues a thread in the order of time only, so a branch
 * goes on in the thread of its parent; one from the very beginning gets a thread of its own and sees nothing else.
 */
@Singleton
class Branches {

    private static final UUID BEGINNING = new UUID(0, 0);

    private final MessageRepository messages;
    private final TurnRepository turns;

    Branches(MessageRepository messages, TurnRepository turns) {
        this.messages = messages;
        this.turns = turns;
    }

    /** The place in a conversation that is yet to be: no message is there to stand after. */
    Branch beginning(@Nullable MessageId wanted) {
        if (wanted != null && !wanted.value().equals(BEGINNING)) {
            throw unknown();
        }
        return Branch.BEGINNING;
    }

    /** @param wanted as in {@link StartTurn#parentMessageId()} */
    Branch find(ConversationId conversation, UserId user, @Nullable MessageId wanted) {
        if (wanted == null) {
            return messages.findLast(conversation, user)
                    .map(last -> after(last, null, user))
                    .orElse(Branch.BEGINNING);
        }
        if (wanted.value().equals(BEGINNING)) {
            return Branch.BEGINNING;
        }
        Message message = messages.findOwned(wanted, user)
                .filter(found -> found.conversationId().equals(conversation))
                .orElseThrow(Branches::unknown);
        return message.role() == MessageRole.USER ? again(message, user) : after(message, null, user);
    }

    private static ValidationException unknown() {
        return new ValidationException("parent_message_id", "unknown", "the conversation has no such message");
    }

    private Branch again(Message question, UserId user) {
        MessageId before = question.parentId();
        if (before == null) {
            return new Branch(question.id(), question, null, false, false);
        }
        Branch place = messages.findOwned(before, user)
                .map(answer -> after(answer, question, user))
                .orElseThrow();
        return new Branch(question.id(), question, place.difyThread(), place.untold(), place.branched());
    }

    private Branch after(Message answer, @Nullable Message question, UserId user) {
        Turn turn = turns.findOwned(answer.turnId(), user).orElseThrow();
        String thread = turn.difyConversationId();
        boolean branched = thread != null
                && (turn.branched()
                        || turns.countLaterInThread(turn.conversationId(), user, thread, turn.createdAt()) > 0);
        return new Branch(answer.id(), question, thread, thread == null && turn.imported(), branched);
    }
}
