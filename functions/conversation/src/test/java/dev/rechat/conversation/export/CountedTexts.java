package dev.rechat.conversation.export;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.exchange.ExchangeRepository;
import dev.rechat.persistence.feedback.FeedbackRepository;
import dev.rechat.persistence.file.FileRepository;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads texts as ever, counts how many, and fails where a test wants it. */
@Singleton
@Replaces(MessageTexts.class)
final class CountedTexts extends MessageTexts {

    private static final Map<ConversationId, Integer> READ = new ConcurrentHashMap<>();
    private static final Set<ConversationId> BROKEN = ConcurrentHashMap.newKeySet();

    CountedTexts(ExchangeRepository exchange, FileRepository files, FeedbackRepository feedbacks) {
        super(exchange, files, feedbacks);
    }

    static int read(ConversationId conversation) {
        return READ.getOrDefault(conversation, 0);
    }

    /** Lets a conversation be read once and never again. */
    static void breakAfterFirst(ConversationId conversation) {
        BROKEN.add(conversation);
    }

    @Override
    List<ExportedMessage> of(ConversationId conversation, UserId owner, List<MessageId> ids) {
        int before = READ.getOrDefault(conversation, 0);
        if (before > 0 && BROKEN.contains(conversation)) {
            throw new IllegalStateException("the database is away");
        }
        READ.put(conversation, before + ids.size());
        return super.of(conversation, owner, ids);
    }
}
