package dev.rechat.conversation.history;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageLink;
import dev.rechat.persistence.conversation.MessageRepository;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the other versions of messages: those with the same parent. */
@Singleton
final class Siblings {

    /** At most so many are told of one message, those around it. */
    static final int MOST = 100;

    /** What is read for a page, however often somebody has asked again. */
    private static final int MOST_READ = 5_000;

    /** Stands for the parent that the first messages do not have; no message has this id. */
    private static final MessageId BEGINNING = new MessageId(new UUID(0, 0));

    private final MessageRepository messages;

    Siblings(MessageRepository messages) {
        this.messages = messages;
    }

    /** For each message its siblings, itself among them, oldest first; one query for all of them. */
    Map<MessageId, List<MessageId>> of(ConversationId conversation, UserId owner, Collection<Message> shown) {
        List<MessageId> parents = Stream.concat(
                        Stream.of(BEGINNING), shown.stream().map(each -> parent(each.parentId())))
                .distinct()
                .toList();
        Map<MessageId, List<MessageId>> children =
                messages.listChildren(conversation, owner, parents, MOST_READ).stream()
                        .collect(Collectors.groupingBy(
                                link -> parent(link.parentId()),
                                Collectors.mapping(MessageLink::id, Collectors.toList())));
        Map<MessageId, List<MessageId>> siblings = new HashMap<>();
        for (Message each : shown) {
            siblings.put(each.id(), around(each.id(), children.getOrDefault(parent(each.parentId()), List.of())));
        }
        return siblings;
    }

    private static MessageId parent(@Nullable MessageId parent) {
        return Objects.requireNonNullElse(parent, BEGINNING);
    }

    static List<MessageId> around(MessageId id, List<MessageId> all) {
        int at = all.indexOf(id);
        if (at < 0) {
            return List.of(id);
        }
        int from = Math.clamp(at - MOST / 2, 0, Math.max(0, all.size() - MOST));
        return List.copyOf(all.subList(from, Math.min(all.size(), from + MOST)));
    }
}
