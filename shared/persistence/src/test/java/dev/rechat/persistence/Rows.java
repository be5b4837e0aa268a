package dev.rechat.persistence;

import static dev.rechat.persistence.TestPersistence.bean;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.RefreshToken;
import dev.rechat.persistence.account.Session;
import dev.rechat.persistence.account.SessionRepository;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.file.FileDirection;
import dev.rechat.persistence.file.FileKind;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnStatus;
import java.time.Instant;

/** Rows with defaults, so that a test shows only what matters to it. */
public final class Rows {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    public static final IdGenerator IDS = bean(IdGenerator.class);

    private Rows() {}

    public static User user() {
        UserId id = IDS.nextUserId();
        return new User(id, id + "@example.org", "$2y$hash", "Ada", Role.USER, true, "en", NOON, NOON, NOON);
    }

    public static UserId savedUser() {
        return bean(UserRepository.class).save(user()).id();
    }

    public static Session session(UserId userId) {
        return new Session(IDS.nextSessionId(), userId, "192.0.2.1", "Browser", NOON, NOON, null);
    }

    public static Session savedSession(UserId userId) {
        return bean(SessionRepository.class).save(session(userId));
    }

    public static RefreshToken refreshToken(UserId userId) {
        String id = IDS.next().toString();
        String hash = id.replace("-", "").repeat(2);
        return new RefreshToken(id, savedSession(userId).id(), userId, hash, NOON, NOON.plusSeconds(60), null, null);
    }

    public static App app() {
        AppId id = IDS.nextAppId();
        return new App(id, "app-" + id, "Desk", "", "", "chat", "http://127.0.0.1/v1", "k:sealed", true, 0, NOON, NOON);
    }

    public static Conversation conversation(UserId owner) {
        return conversation(owner, NOON);
    }

    public static Conversation conversation(UserId owner, Instant updatedAt) {
        return new Conversation(
                IDS.nextConversationId(),
                owner,
                IDS.nextAppId(),
                null,
                "Greetings",
                false,
                false,
                false,
                null,
                null,
                null,
                NOON,
                updatedAt);
    }

    public static Conversation savedConversation(UserId owner) {
        return bean(ConversationRepository.class).save(conversation(owner));
    }

    public static Message message(Conversation conversation, String content) {
        return new Message(
                IDS.nextMessageId(),
                conversation.id(),
                conversation.userId(),
                IDS.nextTurnId(),
                null,
                MessageRole.USER,
                TurnStatus.COMPLETED,
                content,
                null,
                NOON);
    }

    /** The process that produces the turns made here. */
    public static final String PRODUCER = "0192e4a0-0000-7000-8000-00000000000a";

    public static Turn turn(Conversation conversation) {
        return turn(IDS.nextTurnId(), conversation, conversation.id());
    }

    public static Turn turn(TurnId id, Conversation conversation, ConversationId runningIn) {
        return new Turn(
                id,
                conversation.userId(),
                conversation.id(),
                conversation.appId(),
                IDS.nextMessageId(),
                IDS.nextMessageId(),
                TurnStatus.STREAMING,
                runningIn,
                NOON.plusSeconds(30),
                PRODUCER,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                NOON,
                null);
    }

    public static Message savedMessage(Conversation conversation) {
        return bean(MessageRepository.class).save(message(conversation, "hello"));
    }

    /** An upload that no message carries yet. */
    public static StoredFile file(UserId owner) {
        return new StoredFile(
                IDS.nextFileId(),
                owner,
                IDS.nextAppId(),
                "dify-file",
                "猫 😀.png",
                "image/png",
                FileKind.IMAGE,
                3L,
                null,
                FileDirection.UPLOAD,
                null,
                NOON);
    }
}
