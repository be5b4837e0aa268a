package dev.rechat.conversation.export;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.exchange.ExchangeRepository;
import dev.rechat.persistence.exchange.KeptConversation;
import dev.rechat.persistence.exchange.MessageOutline;
import dev.rechat.persistence.feedback.Feedback;
import dev.rechat.persistence.turn.TurnStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * To be read by people: the newest branch of each conversation, and folded away after each message what stands beside it. Holds
 * the tree of one conversation, without its texts.
 */
final class MarkdownDocument implements DocumentWriter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int OUTLINES = 500;
    private static final String FOLD_END = "</details>\n\n";

    private final ExchangeRepository exchange;
    private final MessageTexts texts;
    private final UserId owner;
    private final Instant now;
    private Map<MessageId, BranchOrder.Place> places = Map.of();
    private @Nullable MessageBatches batches;
    private boolean folded;
    private int count;

    MarkdownDocument(ExchangeRepository exchange, MessageTexts texts, UserId owner, Instant now) {
        this.exchange = exchange;
        this.texts = texts;
        this.owner = owner;
        this.now = now;
    }

    @Override
    public byte[] begin() {
        return bytes(new StringBuilder("Exported from ReChat, ")
                .append(TIME.format(now))
                .append("\n\n"));
    }

    @Override
    public byte[] head(ExportedConversation conversation) {
        KeptConversation kept = conversation.kept();
        List<BranchOrder.Place> order = BranchOrder.of(outline(kept));
        places = new HashMap<>();
        order.forEach(place -> places.put(place.outline().id(), place));
        Iterator<BranchOrder.Place> wanted = order.iterator();
        batches = new MessageBatches(
                texts, kept.id(), owner, () -> wanted.hasNext() ? wanted.next().outline() : null);
        folded = false;
        count++;
        StringBuilder head = new StringBuilder("# ")
                .append(MarkdownText.inline(kept.title()))
                .append("\n\n");
        List<String> facts = new ArrayList<>();
        if (kept.appName() != null) {
            facts.add("App: " + MarkdownText.inline(kept.appName()));
        }
        facts.add("begun " + TIME.format(kept.createdAt()));
        if (kept.folder() != null) {
            facts.add("folder: " + MarkdownText.inline(kept.folder()));
        }
        if (!conversation.tags().isEmpty()) {
            facts.add("tags: "
                    + conversation.tags().stream().map(MarkdownText::inline).collect(Collectors.joining(", ")));
        }
        if (kept.pinned()) {
            facts.add("pinned");
        }
        if (kept.archived()) {
            facts.add("archived");
        }
        return bytes(head.append(String.join(" · ", facts)).append("\n\n"));
    }

    private List<MessageOutline> outline(KeptConversation kept) {
        Pages<MessageOutline> pages = new Pages<>(
                OUTLINES,
                (after, limit) -> exchange.outlineAfter(kept.id(), owner, after, limit),
                outline -> outline.id().toString());
        List<MessageOutline> all = new ArrayList<>();
        for (MessageOutline next = pages.next(); next != null; next = pages.next()) {
            all.add(next);
        }
        return all;
    }

    @Override
    public byte[] messages() {
        StringBuilder piece = new StringBuilder();
        for (ExportedMessage each : batches == null ? List.<ExportedMessage>of() : batches.next()) {
            message(each, piece);
        }
        return bytes(piece);
    }

    private void message(ExportedMessage exported, StringBuilder into) {
        Message message = exported.message();
        BranchOrder.Place place = Objects.requireNonNull(places.get(message.id()));
        if (place.beside() != folded) {
            into.append(folded ? FOLD_END : "<details>\n<summary>Other versions</summary>\n\n");
            folded = place.beside();
        }
        into.append(folded ? "### " : "## ")
                .append(place.number())
                .append(". ")
                .append(message.role() == MessageRole.USER ? "Question" : "Answer");
        if (folded) {
            into.append(place.after() == 0 ? " at the beginning" : " after " + place.after());
        }
        if (message.status() != TurnStatus.COMPLETED) {
            into.append(" (")
                    .append(message.status().wireName().replace('_', ' '))
                    .append(')');
        }
        into.append(" · ").append(TIME.format(message.createdAt())).append("\n\n");
        MarkdownText.quote(message.content(), into);
        into.append('\n');
        exported.files()
                .forEach(file -> into.append("- File: ")
                        .append(MarkdownText.inline(file.name()))
                        .append(" (")
                        .append(MarkdownText.inline(file.mediaType()))
                        .append(")\n"));
        if (!exported.files().isEmpty()) {
            into.append('\n');
        }
        feedback(exported.feedback(), into);
    }

    private static void feedback(@Nullable Feedback feedback, StringBuilder into) {
        if (feedback != null) {
            into.append("Feedback: ").append(feedback.rating().wireName());
            if (feedback.reason() != null) {
                into.append(" – ").append(MarkdownText.inline(feedback.reason()));
            }
            into.append("\n\n");
        }
    }

    @Override
    public byte[] tail() {
        places = Map.of();
        String end = folded ? FOLD_END : "";
        folded = false;
        return bytes(new StringBuilder(end));
    }

    @Override
    public byte[] end() {
        return bytes(new StringBuilder("---\n\nEnd of the export: ")
                .append(count)
                .append(count == 1 ? " conversation\n" : " conversations\n"));
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
