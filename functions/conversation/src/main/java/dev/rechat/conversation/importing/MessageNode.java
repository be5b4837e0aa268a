package dev.rechat.conversation.importing;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A message while its tree is put in order. */
final class MessageNode {

    final IncomingMessage message;

    /** Its place in the document; a placeholder has that of the message it is there for. */
    final int position;

    final Set<MessageNode> children = new LinkedHashSet<>();

    @Nullable
    MessageNode parent;

    @Nullable
    MessageNode placeholder;

    MessageNode(IncomingMessage message, int position) {
        this.message = message;
        this.position = position;
    }

    Role role() {
        return message.role();
    }

    long time() {
        Instant at = message.createdAt();
        return at == null ? 0 : at.toEpochMilli();
    }

    void follow(@Nullable MessageNode other) {
        if (parent != null) {
            parent.children.remove(this);
        }
        parent = other;
        if (other != null) {
            other.children.add(this);
        }
    }
}
