package dev.rechat.conversation.export;

import static dev.rechat.conversation.ConversationServer.NOON;
import static dev.rechat.conversation.ConversationServer.bean;
import static dev.rechat.conversation.ConversationServer.ids;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppAudience;
import dev.rechat.persistence.app.AppGroupRepository;
import dev.rechat.persistence.app.AppRepository;
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
import dev.rechat.persistence.group.Group;
import dev.rechat.persistence.group.GroupMemberRepository;
import dev.rechat.persistence.group.GroupRepository;
import dev.rechat.persistence.turn.TurnStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Apps, conversations and messages as the rest of the product stores them. */
public final class Stored {

    private Stored() {}

    public static App app(boolean enabled) {
        AppId id = ids().nextAppId();
        return bean(AppRepository.class)
                .save(new App(
                        id,
                        "app-" + id,
                        "The *App*",
                        "",
                        "",
                        "chat",
                        "http://127.0.0.1:1/v1",
                        "sealed",
                        enabled,
                        0,
                        NOON,
                        NOON));
    }

    /** The same app for a group that only this person is in. */
    public static App forGroupOf(App app, UserId member) {
        GroupId group = ids().nextGroupId();
        bean(GroupRepository.class).save(new Group(group, "Group " + group, "", NOON, NOON));
        bean(GroupMemberRepository.class).add(group, List.of(member), NOON);
        bean(AppGroupRepository.class).add(app.id(), List.of(group));
        return bean(AppRepository.class).update(app.visibleTo(AppAudience.GROUPS));
    }

    public static Conversation conversation(UserId owner, AppId app, String title) {
        return bean(ConversationRepository.class)
                .save(Conversation.begun(ids().nextConversationId(), owner, app, title, NOON));
    }

    public static Message question(Conversation conversation, @Nullable Message parent, String content) {
        return message(conversation, parent, MessageRole.USER, TurnStatus.COMPLETED, content, null);
    }

    public static Message answer(Conversation conversation, Message question, String content) {
        return message(
                conversation,
                question,
                MessageRole.ASSISTANT,
                TurnStatus.COMPLETED,
                content,
                "{\"total_tokens\":7,\"total_price\":\"0.01\"}");
    }

    public static Message message(
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
                        ids().nextTurnId(),
                        parent == null ? null : parent.id(),
                        role,
                        status,
                        content,
                        usage,
                        NOON));
    }

    public static void file(Message message, String name) {
        bean(FileRepository.class)
                .save(new StoredFile(
                        ids().nextFileId(),
                        message.userId(),
                        ids().nextAppId(),
                        null,
                        name,
                        "image/png",
                        FileKind.IMAGE,
                        12L,
                        message.id(),
                        FileDirection.ANSWER,
                        null,
                        NOON));
    }

    public static void rate(Message answer, String reason) {
        bean(FeedbackRepository.class)
                .put(
                        answer.id(),
                        answer.userId(),
                        answer.conversationId(),
                        ids().nextAppId(),
                        Rating.LIKE,
                        reason,
                        NOON);
    }
}
