package dev.rechat.conversation.share;

import static dev.rechat.conversation.ConversationServer.NOON;
import static dev.rechat.conversation.ConversationServer.bean;
import static dev.rechat.conversation.ConversationServer.ids;
import static dev.rechat.conversation.ConversationServer.sql;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.file.FileDirection;
import dev.rechat.persistence.file.FileKind;
import dev.rechat.persistence.file.FileRepository;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import org.jspecify.annotations.Nullable;

/** Somebody with a conversation to share. */
final class Sharer {

    static final String USAGE = "{\"total_tokens\":9173}";

    final UserId id = ConversationServer.person();
    final ApiClient api = ConversationServer.as(id);
    final Conversation conversation = begin();

    Conversation begin() {
        return bean(ConversationRepository.class)
                .save(Conversation.begun(ids().nextConversationId(), id, ids().nextAppId(), "问候 😀", NOON));
    }

    Message question(@Nullable Message parent, String content) {
        return message(parent, MessageRole.USER, TurnStatus.COMPLETED, content);
    }

    Message answer(Message question, String content) {
        return answer(question, TurnStatus.COMPLETED, content);
    }

    Message answer(Message question, TurnStatus status, String content) {
        return message(question, MessageRole.ASSISTANT, status, content);
    }

    /** A question and its answer. @return the answer */
    Message turn(@Nullable Message parent, String name) {
        return answer(question(parent, "question " + name), "answer " + name);
    }

    private Message message(@Nullable Message parent, MessageRole role, TurnStatus status, String content) {
        return bean(MessageRepository.class)
                .save(new Message(
                        ids().nextMessageId(),
                        conversation.id(),
                        id,
                        ids().nextTurnId(),
                        parent == null ? null : parent.id(),
                        role,
                        status,
                        content,
                        role == MessageRole.USER ? null : USAGE,
                        NOON));
    }

    StoredFile file(Message message, String name) {
        return bean(FileRepository.class)
                .save(new StoredFile(
                        ids().nextFileId(),
                        id,
                        conversation.appId(),
                        "dify-file",
                        name,
                        "image/png",
                        FileKind.IMAGE,
                        7L,
                        message.id(),
                        FileDirection.ANSWER,
                        "https://dify.example/signed",
                        NOON));
    }

    /** So many messages, each after the one before. */
    void line(int length) {
        String prefix = ids().next().toString().substring(24);
        String digits = "(SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5"
                + " UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)";
        sql(
                "INSERT INTO messages (id, conversation_id, user_id, turn_id, parent_id, role, status, content, created_at)"
                        + " SELECT CONCAT(LPAD(n, 8, '0'), '-0000-7000-8000-', ?), ?, ?, ?,"
                        + " IF(n = 1, NULL, CONCAT(LPAD(n - 1, 8, '0'), '-0000-7000-8000-', ?)), 'USER', 'COMPLETED',"
                        + " CONCAT('line ', n), NOW(3)"
                        + " FROM (SELECT 1 + a.d + 10 * b.d + 100 * c.d + 1000 * e.d AS n FROM " + digits + " a, "
                        + digits + " b, " + digits + " c, " + digits + " e) numbers WHERE n <= " + length,
                prefix,
                conversation.id().toString(),
                id.toString(),
                ids().nextTurnId().toString(),
                prefix);
    }

    ApiAnswer share(String body) {
        return api.post(sharesOf(conversation), body);
    }

    /** Shares the newest branch. @return the answer, with the link */
    JsonNode shared() {
        ApiAnswer made = share("{}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    /** @return where the API answers to the link */
    String link() {
        return link(shared());
    }

    static String link(JsonNode share) {
        String url = share.path("url").asText();
        return "/api/v1/shared/" + url.substring(url.indexOf('=') + 1);
    }

    static String sharesOf(Conversation conversation) {
        return "/api/v1/conversations/" + conversation.id() + "/shares";
    }

    /** What the house allows. @param value JSON */
    static void policy(String value) {
        sql(
                "REPLACE INTO system_settings (setting_key, setting_value, updated_at) VALUES ('sharing', ?, NOW(3))",
                value);
    }

    /** As where no administrator has decided. */
    static void noPolicy() {
        sql("DELETE FROM system_settings WHERE setting_key = 'sharing'");
    }
}
