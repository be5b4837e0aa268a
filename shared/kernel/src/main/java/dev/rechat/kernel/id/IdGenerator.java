package dev.rechat.kernel.id;

import java.util.UUID;

/** Makes new ids. A bean, so that tests can decide which ids are made. Thread-safe. */
@FunctionalInterface
public interface IdGenerator {

    /** A new UUIDv7, greater than every one this process made before. */
    UUID next();

    default UserId nextUserId() {
        return new UserId(next());
    }

    default SessionId nextSessionId() {
        return new SessionId(next());
    }

    default AppId nextAppId() {
        return new AppId(next());
    }

    default ConversationId nextConversationId() {
        return new ConversationId(next());
    }

    default MessageId nextMessageId() {
        return new MessageId(next());
    }

    default TurnId nextTurnId() {
        return new TurnId(next());
    }

    default FileId nextFileId() {
        return new FileId(next());
    }

    default ApiKeyId nextApiKeyId() {
        return new ApiKeyId(next());
    }

    default FolderId nextFolderId() {
        return new FolderId(next());
    }

    default ShareId nextShareId() {
        return new ShareId(next());
    }

    default GroupId nextGroupId() {
        return new GroupId(next());
    }

    default BudgetId nextBudgetId() {
        return new BudgetId(next());
    }
}
