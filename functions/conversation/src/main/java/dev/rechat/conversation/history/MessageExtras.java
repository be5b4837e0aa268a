package dev.rechat.conversation.history;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.feedback.Feedback;
import dev.rechat.persistence.feedback.FeedbackRepository;
import dev.rechat.persistence.file.FileRepository;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands beside the messages of a page; one query for each kind, however many messages there are. */
@Singleton
final class MessageExtras {

    private final FileRepository files;
    private final FeedbackRepository feedbacks;
    private final Siblings siblings;
    private final MessageParts parts;

    MessageExtras(FileRepository files, FeedbackRepository feedbacks, Siblings siblings, MessageParts parts) {
        this.files = files;
        this.feedbacks = feedbacks;
        this.siblings = siblings;
        this.parts = parts;
    }

    Loaded of(ConversationId conversation, List<Message> messages, UserId owner) {
        if (messages.isEmpty()) {
            return new Loaded(Map.of(), Map.of(), Map.of(), Map.of());
        }
        List<MessageId> ids = messages.stream().map(Message::id).toList();
        return new Loaded(
                files.listCarriedBy(ids, owner).stream()
                        .collect(Collectors.groupingBy(
                                file -> Objects.requireNonNull(file.messageId()),
                                Collectors.mapping(FileView::of, Collectors.toList()))),
                feedbacks.listOf(ids, owner).stream().collect(Collectors.toMap(Feedback::messageId, FeedbackView::of)),
                siblings.of(conversation, owner, messages),
                parts.of(conversation, owner, messages));
    }

    /** By message. */
    record Loaded(
            Map<MessageId, List<FileView>> files,
            Map<MessageId, FeedbackView> feedbacks,
            Map<MessageId, List<MessageId>> siblings,
            Map<MessageId, List<JsonNode>> parts) {

        @Nullable
        List<JsonNode> partsOf(Message message) {
            return parts.get(message.id());
        }

        List<MessageId> siblingsOf(Message message) {
            return siblings.getOrDefault(message.id(), List.of(message.id()));
        }

        List<FileView> filesOf(Message message) {
            return files.getOrDefault(message.id(), List.of());
        }

        @Nullable
        FeedbackView feedbackOf(Message message) {
            return feedbacks.get(message.id());
        }
    }
}
