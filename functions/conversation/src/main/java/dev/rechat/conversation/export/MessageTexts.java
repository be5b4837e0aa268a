package dev.rechat.conversation.export;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.exchange.ExchangeRepository;
import dev.rechat.persistence.feedback.Feedback;
import dev.rechat.persistence.feedback.FeedbackRepository;
import dev.rechat.persistence.file.FileRepository;
import dev.rechat.persistence.file.StoredFile;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads messages with what stands beside them; three queries, however many there are. */
@Singleton
class MessageTexts {

    private final ExchangeRepository exchange;
    private final FileRepository files;
    private final FeedbackRepository feedbacks;

    MessageTexts(ExchangeRepository exchange, FileRepository files, FeedbackRepository feedbacks) {
        this.exchange = exchange;
        this.files = files;
        this.feedbacks = feedbacks;
    }

    /** In the order of the ids; what is gone meanwhile is left out. @param ids not empty */
    List<ExportedMessage> of(ConversationId conversation, UserId owner, List<MessageId> ids) {
        Map<MessageId, Message> found = exchange.messages(conversation, owner, ids).stream()
                .collect(Collectors.toMap(Message::id, Function.identity()));
        Map<MessageId, List<StoredFile>> carried = files.listCarriedBy(ids, owner).stream()
                .collect(Collectors.groupingBy(file -> Objects.requireNonNull(file.messageId())));
        Map<MessageId, Feedback> rated = feedbacks.listOf(ids, owner).stream()
                .collect(Collectors.toMap(Feedback::messageId, Function.identity()));
        return ids.stream()
                .filter(found::containsKey)
                .map(id -> new ExportedMessage(
                        Objects.requireNonNull(found.get(id)), carried.getOrDefault(id, List.of()), rated.get(id)))
                .toList();
    }
}
