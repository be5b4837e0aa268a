package dev.rechat.conversation.export;

import org.jspecify.annotations.Nullable;

/** Conversations, one after the other. */
@FunctionalInterface
interface ConversationSource {

    /** Null when there are no more. */
    @Nullable
    ExportedConversation next();
}
