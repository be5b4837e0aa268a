package dev.rechat.conversation.search;

import static dev.rechat.conversation.ConversationServer.NOON;
import static dev.rechat.conversation.ConversationServer.bean;
import static dev.rechat.conversation.ConversationServer.ids;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.FolderId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversations to look through, and looking through them. */
final class Texts {

    private static final String SEARCH = "/api/v1/conversations/search?q=";

    private Texts() {}

    static ConversationBuilder conversation(UserId owner) {
        return new ConversationBuilder(owner);
    }

    static ApiAnswer search(ApiClient client, String words, String more) {
        return client.get(SEARCH + URLEncoder.encode(words, StandardCharsets.UTF_8) + more);
    }

    /** The titles of what is found, in order. */
    static List<String> titles(JsonNode page) {
        return page.path("data").findParents("hit_count").stream()
                .map(each -> each.path("conversation").path("title").asText())
                .toList();
    }

    static String shown(JsonNode segments) {
        StringBuilder shown = new StringBuilder();
        for (JsonNode each : segments) {
            String text = each.path("text").asText();
            shown.append(each.path("match").asBoolean() ? "[" + text + "]" : text);
        }
        return shown.toString();
    }

    /** With defaults. */
    static final class ConversationBuilder {

        private final UserId owner;
        private final List<String> messages = new ArrayList<>();
        private AppId app = ids().nextAppId();
        private String title = "Untitled";
        private boolean pinned;
        private boolean archived;
        private boolean temporary;
        private @Nullable FolderId folder;
        private @Nullable Instant deletedAt;
        private Instant updatedAt = NOON;

        private ConversationBuilder(UserId owner) {
            this.owner = owner;
        }

        ConversationBuilder titled(String text) {
            title = text;
            return this;
        }

        ConversationBuilder saying(String... texts) {
            messages.addAll(List.of(texts));
            return this;
        }

        ConversationBuilder of(AppId id) {
            app = id;
            return this;
        }

        ConversationBuilder in(FolderId id) {
            folder = id;
            return this;
        }

        ConversationBuilder pinned() {
            pinned = true;
            return this;
        }

        ConversationBuilder archived() {
            archived = true;
            return this;
        }

        ConversationBuilder temporary() {
            temporary = true;
            return this;
        }

        ConversationBuilder deleted() {
            deletedAt = NOON;
            return this;
        }

        ConversationBuilder active(int minutesAfterNoon) {
            updatedAt = NOON.plusSeconds(60L * minutesAfterNoon);
            return this;
        }

        Conversation save() {
            Conversation conversation = bean(ConversationRepository.class)
                    .save(new Conversation(
                            ids().nextConversationId(),
                            owner,
                            app,
                            null,
                            title,
                            pinned,
                            archived,
                            temporary,
                            folder,
                            deletedAt,
                            deletedAt,
                            NOON,
                            updatedAt));
            for (int i = 0; i < messages.size(); i++) {
                save(conversation, messages.get(i), i % 2 == 0 ? MessageRole.USER : MessageRole.ASSISTANT);
            }
            return conversation;
        }

        private static void save(Conversation conversation, String text, MessageRole role) {
            bean(MessageRepository.class)
                    .save(new Message(
                            ids().nextMessageId(),
                            conversation.id(),
                            conversation.userId(),
                            ids().nextTurnId(),
                            null,
                            role,
                            TurnStatus.COMPLETED,
                            text,
                            null,
                            NOON));
        }
    }
}
