package dev.rechat.chat.answer;

import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stored answer.
 *
 * @param difyMessageId Dify's id of it, null when it never told one
 */
public record Answer(Message message, App app, @Nullable String difyMessageId) {

    public Optional<String> atDify() {
        return Optional.ofNullable(difyMessageId);
    }
}
