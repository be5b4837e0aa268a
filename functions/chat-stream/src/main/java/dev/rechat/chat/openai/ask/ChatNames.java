package dev.rechat.chat.openai.ask;

import dev.rechat.chat.openai.place.Chat;
import dev.rechat.chat.openai.request.CompletionRequest;
import dev.rechat.chat.openai.settings.OpenAiConfiguration;
import dev.rechat.kernel.error.ValidationException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** What the program calls the chat that it asks in: by a header, or in the metadata. */
@Singleton
public final class ChatNames {

    private static final String METADATA = "chat_id";
    private static final int MAX_LENGTH = 512;

    private final String header;

    ChatNames(OpenAiConfiguration configuration) {
        this.header = configuration.chatIdHeader();
    }

    /** @return null when it has no name; an empty one is none */
    public @Nullable Chat of(HttpHeaders headers, CompletionRequest request) {
        String named = headers.get(header);
        if (named != null && !named.isBlank()) {
            return Chat.named(sane(named.strip(), header), true);
        }
        JsonNode told = request.metadata(METADATA);
        if (told == null || !told.isString() || told.getStringValue().isBlank()) {
            return null;
        }
        return Chat.named(sane(told.getStringValue(), "metadata." + METADATA), false);
    }

    private static String sane(String name, String field) {
        if (name.length() > MAX_LENGTH) {
            throw new ValidationException(field, "too_long", "must have at most " + MAX_LENGTH + " characters");
        }
        return name;
    }
}
