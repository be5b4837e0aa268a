package dev.rechat.auth.export;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.ConversationTag;
import dev.rechat.persistence.conversation.ConversationTagRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.conversation.MessageSize;
import dev.rechat.web.paging.Cursor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Conversations, each followed by its messages. A place is a conversation, or a conversation and a message of it. */
@Singleton
final class ConversationPart implements ExportPart {

    private static final MessageId BEFORE_ALL = new MessageId(new UUID(0, 0));

    private final ConversationRepository conversations;
    private final ConversationTagRepository tags;
    private final MessageRepository messages;
    private final StoredTree json;

    ConversationPart(
            ConversationRepository conversations,
            ConversationTagRepository tags,
            MessageRepository messages,
            StoredTree json) {
        this.conversations = conversations;
        this.tags = tags;
        this.messages = messages;
        this.json = json;
    }

    @Override
    public void write(UserId owner, List<String> after, ExportPage page) {
        String last = START;
        if (!after.isEmpty()) {
            last = after.getFirst();
            writeMessages(owner, conversation(last), after.size() == 1 ? BEFORE_ALL : message(after.get(1)), page);
        }
        while (!page.full()) {
            List<Conversation> next = conversations.listByIdAfter(owner, last, page.room());
            if (next.isEmpty()) {
                return;
            }
            for (Conversation conversation : next) {
                if (page.full()) {
                    return;
                }
                write(owner, conversation, page);
                last = conversation.id().toString();
            }
        }
    }

    private void write(UserId owner, Conversation conversation, ExportPage page) {
        Optional<String> inputs = conversations.findInputs(conversation.id(), owner);
        page.add(
                ExportedConversation.of(
                        conversation,
                        tags.listOf(List.of(conversation.id()), owner).stream()
                                .map(ConversationTag::tag)
                                .toList(),
                        inputs.map(json::of).orElse(null)),
                inputs.map(String::length).orElse(0),
                List.of(conversation.id().toString()));
        writeMessages(owner, conversation.id(), BEFORE_ALL, page);
    }

    /** Sizes first: of long answers only as many are read as the page takes. */
    private void writeMessages(UserId owner, ConversationId conversation, MessageId after, ExportPage page) {
        MessageId last = after;
        while (!page.full()) {
            List<MessageSize> sizes = messages.listSizesAfter(conversation, owner, last, page.room());
            if (sizes.isEmpty()) {
                return;
            }
            List<Message> fitting =
                    messages.listAfter(conversation, owner, last, MessageSize.fitting(sizes, page.roomBytes()));
            if (fitting.isEmpty()) {
                return;
            }
            for (Message message : fitting) {
                String usage = message.messageUsage();
                page.add(
                        ExportedMessage.of(message, usage == null ? null : json.of(usage)),
                        message.content().length(),
                        List.of(conversation.toString(), message.id().toString()));
            }
            last = fitting.getLast().id();
        }
    }

    private static ConversationId conversation(String id) {
        try {
            return ConversationId.of(id);
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }

    private static MessageId message(String id) {
        try {
            return MessageId.of(id);
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }
}
