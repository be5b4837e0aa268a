package dev.rechat.conversation.export;

import dev.rechat.conversation.history.OwnConversations;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.ConversationTag;
import dev.rechat.persistence.conversation.ConversationTagRepository;
import dev.rechat.persistence.exchange.ExchangeRepository;
import dev.rechat.persistence.exchange.KeptConversation;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Begins exports. */
@Singleton
class Exports {

    private static final int CONVERSATIONS = 100;

    private final ExchangeRepository exchange;
    private final MessageTexts texts;
    private final ConversationTagRepository tags;
    private final OwnConversations own;
    private final Clock clock;

    Exports(
            ExchangeRepository exchange,
            MessageTexts texts,
            ConversationTagRepository tags,
            OwnConversations own,
            Clock clock) {
        this.exchange = exchange;
        this.texts = texts;
        this.tags = tags;
        this.own = own;
        this.clock = clock;
    }

    /** A document and the name to save it under. */
    record Document(DocumentPieces pieces, String name) {}

    /**
     * One conversation, wherever it stands but in the trash, as long as its time is not over.
     *
     * @throws NotFoundException also when it is somebody else's
     */
    Document one(ConversationId id, UserId owner, ExportFormat format) {
        own.require(id, owner);
        KeptConversation kept = exchange.find(id, owner).orElseThrow(() -> new NotFoundException("conversation"));
        return new Document(
                new DocumentPieces(new OneConversation(withTags(kept, owner)), writer(owner, format)),
                DownloadName.of(kept.title(), format));
    }

    /** Everything in the list and in the archive. What is begun meanwhile may be in it or not. */
    Document all(UserId owner, ExportFormat format) {
        Pages<KeptConversation> pages = new Pages<>(
                CONVERSATIONS,
                (after, limit) -> exchange.listAfter(owner, after, limit),
                kept -> kept.id().toString());
        ConversationSource source = () -> {
            KeptConversation next = pages.next();
            return next == null ? null : withTags(next, owner);
        };
        Instant now = clock.instant();
        return new Document(
                new DocumentPieces(source, writer(owner, format)),
                DownloadName.of("rechat " + now.atZone(ZoneOffset.UTC).toLocalDate(), format));
    }

    private ExportedConversation withTags(KeptConversation kept, UserId owner) {
        return new ExportedConversation(
                kept,
                tags.listOf(List.of(kept.id()), owner).stream()
                        .map(ConversationTag::tag)
                        .toList());
    }

    private DocumentWriter writer(UserId owner, ExportFormat format) {
        return switch (format) {
            case JSON -> new JsonDocument(exchange, texts, owner, clock.instant());
            case MARKDOWN -> new MarkdownDocument(exchange, texts, owner, clock.instant());
        };
    }
}
