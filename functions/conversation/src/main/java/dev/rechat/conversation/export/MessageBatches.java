package dev.rechat.conversation.export;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.exchange.MessageOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a conversation, as many at a time as fit into {@link #ENOUGH} bytes, and one at least: sizes are known before
 * texts are read, so that long answers do not pile up.
 */
final class MessageBatches {

    static final long ENOUGH = 512 * 1024;
    private static final int MOST = 100;

    private final MessageTexts texts;
    private final ConversationId conversation;
    private final UserId owner;
    private final Supplier<@Nullable MessageOutline> outlines;
    private @Nullable MessageOutline waiting;

    /** @param outlines in the order in which the messages are wanted; null when there are no more */
    MessageBatches(
            MessageTexts texts,
            ConversationId conversation,
            UserId owner,
            Supplier<@Nullable MessageOutline> outlines) {
        this.texts = texts;
        this.conversation = conversation;
        this.owner = owner;
        this.outlines = outlines;
    }

    /** Empty when there are no more. */
    List<ExportedMessage> next() {
        List<MessageOutline> batch = new ArrayList<>();
        long bytes = 0;
        MessageOutline next = waiting == null ? outlines.get() : waiting;
        while (next != null && batch.size() < MOST && (batch.isEmpty() || bytes + next.bytes() <= ENOUGH)) {
            batch.add(next);
            bytes += next.bytes();
            next = outlines.get();
        }
        waiting = next;
        return batch.isEmpty()
                ? List.of()
                : texts.of(
                        conversation,
                        owner,
                        batch.stream().map(MessageOutline::id).toList());
    }
}
