package dev.rechat.conversation.history;

import dev.rechat.conversation.tag.Tags;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.FolderId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.folder.FolderRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/** Changes a conversation, all of it or nothing. */
@Singleton
class ConversationChanges {

    private final ConversationRepository conversations;
    private final OwnConversations own;
    private final FolderRepository folders;
    private final Tags tags;

    ConversationChanges(
            ConversationRepository conversations, OwnConversations own, FolderRepository folders, Tags tags) {
        this.conversations = conversations;
        this.own = own;
        this.folders = folders;
        this.tags = tags;
    }

    /**
     * Changes what is given.
     *
     * @throws NotFoundException when the owner has no such conversation outside the trash
     * @throws ValidationException when the owner has no such folder
     */
    @Transactional
    void change(ConversationId id, UserId owner, ChangeConversation change) {
        own.require(id, owner);
        FolderId folder = change.folderId();
        if (folder != null && folders.findOwnedForShare(folder, owner).isEmpty()) {
            throw new ValidationException("folder_id", "unknown", "is no folder of yours");
        }
        if (conversations.change(id, owner, change.title(), change.pinned(), change.archived(), folder) == 0) {
            throw new NotFoundException("conversation");
        }
        if (change.tags() != null) {
            tags.replace(id, owner, change.tags());
        }
        if (change.temporary() != null) {
            conversations.keep(id, owner);
        }
    }
}
