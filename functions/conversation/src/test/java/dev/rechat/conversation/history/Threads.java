package dev.rechat.conversation.history;

import static dev.rechat.conversation.ConversationServer.NOON;
import static dev.rechat.conversation.ConversationServer.bean;
import static dev.rechat.conversation.ConversationServer.ids;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.turn.TurnStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Stored conversations and messages with defaults. */
final class Threads {

    private Threads() {}

    static Conversation of(UserId owner) {
        return of(owner, NOON);
    }

    static Conversation of(UserId owner, Instant updatedAt) {
        return bean(ConversationRepository.class)
                .save(new Conversation(
                        ids().nextConversationId(),
                        owner,
                        ids().nextAppId(),
                        "dify-1",
                        "问候 😀",
                        false,
                        false,
                        NOON,
                        updatedAt));
    }

    static Message question(Conversation conversation, String content) {
        return save(conversation, null, MessageRole.USER, TurnStatus.COMPLETED, content, null);
    }

    static Message answer(Message question, Conversation conversation, TurnStatus status, @Nullable String usage) {
        return save(conversation, question, MessageRole.ASSISTANT, status, "Hi.", usage);
    }

    private static Message save(
            Conversation conversation,
            @Nullable Message parent,
            MessageRole role,
            TurnStatus status,
            String content,
            @Nullable String usage) {
        return bean(MessageRepository.class)
                .save(new Message(
                        ids().nextMessageId(),
                        conversation.id(),
                        conversation.userId(),
                        parent == null ? ids().nextTurnId() : parent.turnId(),
                        parent == null ? null : parent.id(),
                        role,
                        status,
                        content,
                        usage,
                        NOON));
    }
}
