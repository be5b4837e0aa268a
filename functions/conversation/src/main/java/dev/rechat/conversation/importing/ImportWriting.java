package dev.rechat.conversation.importing;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.app.VisibleAppRepository;
import dev.rechat.persistence.conversation.ConversationTagRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.exchange.ExchangeRepository;
import dev.rechat.persistence.exchange.NewConversation;
import dev.rechat.persistence.feedback.Feedback;
import dev.rechat.persistence.feedback.FeedbackRepository;
import dev.rechat.persistence.folder.FolderRepository;
import dev.rechat.persistence.turn.TurnRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a document's conversations, all of them or none. */
@Singleton
class ImportWriting {

    /** Rows in one round trip, ids in one condition. */
    private static final int BATCH = 500;

    /** So much text in one round trip: a statement has its limits, too. */
    private static final long BATCH_CHARACTERS = 256 * 1024;

    private final ExchangeRepository exchange;
    private final UserRepository users;
    private final VisibleAppRepository apps;
    private final FolderRepository folders;
    private final ConversationTagRepository tags;
    private final MessageRepository messages;
    private final TurnRepository turns;
    private final FeedbackRepository feedbacks;
    private final IdGenerator ids;
    private final Clock clock;

    ImportWriting(
            ExchangeRepository exchange,
            UserRepository users,
            VisibleAppRepository apps,
            FolderRepository folders,
            ConversationTagRepository tags,
            MessageRepository messages,
            TurnRepository turns,
            FeedbackRepository feedbacks,
            IdGenerator ids,
            Clock clock) {
        this.exchange = exchange;
        this.users = users;
        this.apps = apps;
        this.folders = folders;
        this.tags = tags;
        this.messages = messages;
        this.turns = turns;
        this.feedbacks = feedbacks;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * One import at a time per person: what another one has just brought is seen.
     *
     * @param app for conversations whose own app is not here; null when there is none
     * @throws dev.rechat.kernel.error.ValidationException that names the apps that are missing
     */
    @Transactional
    ImportResult write(
            UserId owner, List<IncomingConversation> conversations, @Nullable String app, Warnings warnings) {
        if (users.findByIdForUpdate(owner).isEmpty()) {
            throw new RefusedException(ErrorCode.UNAUTHENTICATED, "this account is gone");
        }
        Map<String, IncomingConversation> news = news(owner, conversations);
        Map<String, AppId> choices = apps(owner, news, app);
        inBatches(news.keySet(), names -> exchange.forgetImported(owner, names));
        Instant now = clock.instant();
        FolderChoice choice = new FolderChoice(folders, ids, owner, now, warnings);
        List<ImportResult.Imported> imported = new ArrayList<>();
        for (var each : choices.entrySet()) {
            IncomingConversation conversation = news.get(each.getKey());
            if (conversation != null) {
                ConversationId id = write(owner, conversation, each.getKey(), each.getValue(), choice, now, warnings);
                imported.add(new ImportResult.Imported(id, conversation.title()));
            }
        }
        return new ImportResult(imported.size(), conversations.size() - imported.size(), imported, warnings.told());
    }

    /** What is not there yet, by the name that it gets; in the order of the document. */
    private Map<String, IncomingConversation> news(UserId owner, List<IncomingConversation> conversations) {
        Map<String, IncomingConversation> named = new LinkedHashMap<>();
        Map<ConversationId, String> own = new HashMap<>();
        for (IncomingConversation conversation : conversations) {
            String name = SourceName.of(conversation);
            named.putIfAbsent(name, conversation);
            ownId(conversation).ifPresent(id -> own.put(id, name));
        }
        Set<String> there = new HashSet<>();
        inBatches(named.keySet(), names -> there.addAll(exchange.listImported(owner, names)));
        inBatches(
                own.keySet(),
                wanted -> exchange.listPresent(wanted, owner)
                        .forEach(id -> there.add(String.valueOf(own.get(ConversationId.of(id))))));
        named.keySet().removeAll(there);
        return named;
    }

    private static Optional<ConversationId> ownId(IncomingConversation conversation) {
        if (!conversation.source().equals(RechatReader.SOURCE) || conversation.id() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ConversationId.of(conversation.id()));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Map<String, AppId> apps(
            UserId owner, Map<String, IncomingConversation> conversations, @Nullable String app) {
        AppChoice choice = new AppChoice(apps, owner, app);
        Map<String, AppId> chosen = new LinkedHashMap<>();
        conversations.forEach(
                (name, conversation) -> choice.of(conversation.app()).ifPresent(found -> chosen.put(name, found)));
        choice.finish();
        return chosen;
    }

    private ConversationId write(
            UserId owner,
            IncomingConversation conversation,
            String name,
            AppId app,
            FolderChoice folder,
            Instant now,
            Warnings warnings) {
        ConversationId id = ids.nextConversationId();
        Instant begun = Times.begun(conversation, now);
        exchange.insert(new NewConversation(
                id,
                owner,
                app,
                conversation.title(),
                conversation.pinned(),
                conversation.archived(),
                folder.of(conversation.folder()),
                name,
                conversation.inputs(),
                begun,
                Times.latest(conversation, begun, now)));
        conversation.tags().forEach(tag -> tags.add(id, owner, tag));
        List<PlacedMessage> placed = MessageTree.of(conversation, begun, now, warnings);
        ImportedRows rows = ImportedRows.of(placed, id, owner, app, ids);
        inBatches(rows.turns(), turns::saveAll);
        save(rows.messages());
        List<Feedback> feedback = new ArrayList<>();
        for (int place = 0; place < placed.size(); place++) {
            warnings.add(Warning.FILES, placed.get(place).message().files());
            feedback(placed.get(place), rows.messages().get(place), app).ifPresent(feedback::add);
        }
        inBatches(feedback, feedbacks::saveAll);
        return id;
    }

    private void save(List<Message> all) {
        List<Message> batch = new ArrayList<>();
        long characters = 0;
        for (Message message : all) {
            batch.add(message);
            characters += message.content().length();
            if (batch.size() == BATCH || characters >= BATCH_CHARACTERS) {
                messages.saveAll(batch);
                batch = new ArrayList<>();
                characters = 0;
            }
        }
        if (!batch.isEmpty()) {
            messages.saveAll(batch);
        }
    }

    private static Optional<Feedback> feedback(PlacedMessage placed, Message message, AppId app) {
        IncomingFeedback feedback = placed.message().feedback();
        if (feedback == null || !placed.isAnswer()) {
            return Optional.empty();
        }
        return Optional.of(new Feedback(
                message.id(),
                message.userId(),
                message.conversationId(),
                app,
                feedback.rating(),
                feedback.reason(),
                false,
                message.createdAt(),
                message.createdAt()));
    }

    private static <T> void inBatches(Collection<T> all, Consumer<List<T>> action) {
        List<T> list = List.copyOf(all);
        for (int start = 0; start < list.size(); start += BATCH) {
            action.accept(list.subList(start, Math.min(list.size(), start + BATCH)));
        }
    }
}
