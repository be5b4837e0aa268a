package dev.rechat.conversation.export;

import org.jspecify.annotations.Nullable;

/** A single one. */
final class OneConversation implements ConversationSource {

    private @Nullable ExportedConversation left;

    OneConversation(ExportedConversation conversation) {
        this.left = conversation;
    }

    @Override
    public @Nullable ExportedConversation next() {
        ExportedConversation next = left;
        left = null;
        return next;
    }
}
