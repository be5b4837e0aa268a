package dev.rechat.conversation.history;

import static dev.rechat.conversation.ConversationServer.NOON;
import static dev.rechat.conversation.ConversationServer.bean;
import static dev.rechat.conversation.ConversationServer.ids;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.feedback.FeedbackRepository;
import dev.rechat.persistence.feedback.Rating;
import dev.rechat.persistence.file.FileDirection;
import dev.rechat.persistence.file.FileKind;
import dev.rechat.persistence.file.FileRepository;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.api.ApiClient;
import java.time.Clock;
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
                        false,
                        null,
                        null,
                        null,
                        NOON,
                        updatedAt));
    }

    static Conversation withApp(UserId owner, AppId app) {
        return bean(ConversationRepository.class)
                .save(Conversation.begun(ids().nextConversationId(), owner, app, "问候 😀", NOON));
    }

    /** Begun just now. */
    static Conversation temporary(UserId owner) {
        return bean(ConversationRepository.class)
                .save(Conversation.begun(
                                ids().nextConversationId(),
                                owner,
                                ids().nextAppId(),
                                "Not for long",
                                bean(Clock.class).instant())
                        .temporarily());
    }

    static void many(UserId owner, int count) {
        for (int i = 0; i < count; i++) {
            of(owner, NOON.minusSeconds(i));
        }
    }

    /** A folder of this person's. */
    static String folder(ApiClient owner, String name) {
        return owner.post("/api/v1/folders", "{\"name\":\"" + name + "\"}")
                .json()
                .path("id")
                .asText();
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

    static StoredFile file(Message message, String name, @Nullable Long size) {
        return bean(FileRepository.class)
                .save(new StoredFile(
                        ids().nextFileId(),
                        message.userId(),
                        ids().nextAppId(),
                        null,
                        name,
                        "image/png",
                        FileKind.IMAGE,
                        size,
                        message.id(),
                        FileDirection.ANSWER,
                        null,
                        NOON));
    }

    static void rate(Message answer, Rating rating, String reason) {
        bean(FeedbackRepository.class)
                .put(answer.id(), answer.userId(), answer.conversationId(), ids().nextAppId(), rating, reason, NOON);
    }
}
