package dev.rechat.auth.export;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.conversation.Message;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A question or an answer.
 *
 * @param usage tokens and price of an answer, where the app told
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record ExportedMessage(
        MessageId id,
        ConversationId conversationId,
        @Nullable MessageId parentId,
        String role,
        String status,
        String content,
        @Nullable JsonNode usage,
        Instant createdAt)
        implements ExportRecord {

    static ExportedMessage of(Message message, @Nullable JsonNode usage) {
        return new ExportedMessage(
                message.id(),
                message.conversationId(),
                message.parentId(),
                message.role().name().toLowerCase(Locale.ROOT),
                message.status().wireName(),
                message.content(),
                usage,
                message.createdAt());
    }

    /** What people own is never logged. */
    @Override
    public String toString() {
        return "ExportedMessage[]";
    }
}
