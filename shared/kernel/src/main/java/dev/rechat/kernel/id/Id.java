package dev.rechat.kernel.id;

import java.util.UUID;

/** What all typed identifiers share: a UUID, written in its 36 character form. */
public sealed interface Id
        permits UserId,
                SessionId,
                AppId,
                ConversationId,
                MessageId,
                TurnId,
                FileId,
                ApiKeyId,
                FolderId,
                ShareId,
                GroupId,
                BudgetId {

    UUID value();
}
