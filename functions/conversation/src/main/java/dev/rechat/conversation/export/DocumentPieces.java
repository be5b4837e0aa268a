package dev.rechat.conversation.export;

import dev.rechat.web.download.Pieces;
import org.jspecify.annotations.Nullable;

/** A document in pieces, each of which is made when it is asked for. Used by one thread at a time. */
final class DocumentPieces implements Pieces {

    private enum Next {
        BEGIN,
        CONVERSATION,
        MESSAGES,
        NOTHING
    }

    private final ConversationSource conversations;
    private final DocumentWriter writer;
    private Next next = Next.BEGIN;

    DocumentPieces(ConversationSource conversations, DocumentWriter writer) {
        this.conversations = conversations;
        this.writer = writer;
    }

    @Override
    public byte @Nullable [] next() {
        return switch (next) {
            case BEGIN -> {
                next = Next.CONVERSATION;
                yield writer.begin();
            }
            case CONVERSATION -> conversation();
            case MESSAGES -> messages();
            case NOTHING -> null;
        };
    }

    private byte[] conversation() {
        ExportedConversation conversation = conversations.next();
        if (conversation == null) {
            next = Next.NOTHING;
            return writer.end();
        }
        next = Next.MESSAGES;
        return writer.head(conversation);
    }

    private byte[] messages() {
        byte[] piece = writer.messages();
        if (piece.length > 0) {
            return piece;
        }
        next = Next.CONVERSATION;
        return writer.tail();
    }
}
