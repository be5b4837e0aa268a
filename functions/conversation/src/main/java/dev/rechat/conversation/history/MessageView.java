package dev.rechat.conversation.history;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.conversation.Message;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A question or an answer as the conversation's owner sees it.
 *
 * @param parentId the message it answers or follows; null for the first
 * @param siblings the messages with the same parent, itself among them, oldest first
 * @param status of its turn; a streaming one can be followed through its turn
 * @param files that it carries
 * @param feedback of the owner, null when none was given
 * @param parts what was told beside an answer, in the order in which it first came: each has the event's name as {@code type}
 *     and the event's fields; null when there is none
 * @param usage tokens, price and times of an answer, as the {@code usage} event told them
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record MessageView(
        MessageId id,
        ConversationId conversationId,
        String role,
        String content,
        @Nullable MessageId parentId,
        List<MessageId> siblings,
        TurnId turnId,
        String status,
        Instant createdAt,
        List<FileView> files,
        @Nullable FeedbackView feedback,
        @Nullable JsonNode usage,
        @Nullable List<JsonNode> parts) {

    static MessageView of(Message message, MessageExtras.Loaded extras, @Nullable JsonNode usage) {
        return new MessageView(
                message.id(),
                message.conversationId(),
                message.role().name().toLowerCase(Locale.ROOT),
                message.content(),
                message.parentId(),
                extras.siblingsOf(message),
                message.turnId(),
                message.status().wireName(),
                message.createdAt(),
                extras.filesOf(message),
                extras.feedbackOf(message),
                usage,
                extras.partsOf(message));
    }
}
