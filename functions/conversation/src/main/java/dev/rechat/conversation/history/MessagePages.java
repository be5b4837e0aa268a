package dev.rechat.conversation.history;

import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.web.paging.Page;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a conversation into pages that a person scrolls through, from the newest message backwards or from any place. */
@Singleton
final class MessagePages {

    private final MessageRepository messages;
    private final MessageExtras extras;
    private final JsonMapper json;

    MessagePages(MessageRepository messages, MessageExtras extras, JsonMapper json) {
        this.messages = messages;
        this.extras = extras;
        this.json = json;
    }

    /**
     * Oldest first within the page. The cursor of the next page is the id to give as {@code before} again (the page's
     * oldest) or, in a list that goes forwards, as {@code after} (its newest).
     *
     * @throws ValidationException when both bounds are given
     */
    Page<MessageView> page(
            ConversationId conversation,
            UserId owner,
            int limit,
            @Nullable MessageId before,
            @Nullable MessageId after) {
        if (before != null && after != null) {
            throw new ValidationException("after", "invalid", "cannot be given together with before");
        }
        List<Message> found;
        if (after != null) {
            found = messages.listAfter(conversation, owner, after, limit + 1);
        } else if (before != null) {
            found = messages.listBefore(conversation, owner, before, limit + 1);
        } else {
            found = messages.listLast(conversation, owner, limit + 1);
        }
        List<Message> shown = found.size() > limit ? found.subList(0, limit) : found;
        String next = found.size() > limit ? shown.getLast().id().toString() : null;
        List<Message> oldestFirst = after == null ? shown.reversed() : shown;
        MessageExtras.Loaded beside = extras.of(conversation, oldestFirst, owner);
        return new Page<>(
                oldestFirst.stream().map(message -> view(message, beside)).toList(), next);
    }

    private MessageView view(Message message, MessageExtras.Loaded beside) {
        String usage = message.messageUsage();
        return MessageView.of(message, beside, usage == null ? null : tree(usage));
    }

    private @Nullable JsonNode tree(String usage) {
        try {
            return json.readValue(usage, JsonNode.class);
        } catch (IOException notOurs) {
            throw new UncheckedIOException("stored usage that is not JSON", notOurs);
        }
    }
}
