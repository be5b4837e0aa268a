package dev.rechat.conversation.detail;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.MessageDetails;
import dev.rechat.persistence.conversation.MessageRepository;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what {@code dev.rechat.turns.detail} has written. */
@Singleton
public final class StoredParts {

    private static final Logger LOG = LoggerFactory.getLogger(StoredParts.class);

    private final MessageRepository messages;
    private final JsonMapper json;

    StoredParts(MessageRepository messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** By message, in one query; a message without any is left out. */
    public Map<MessageId, List<JsonNode>> of(ConversationId conversation, UserId owner, Collection<MessageId> wanted) {
        Map<MessageId, List<JsonNode>> parts = new HashMap<>();
        if (!wanted.isEmpty()) {
            for (MessageDetails details : messages.listDetails(conversation, owner, wanted)) {
                parts.put(details.id(), read(details.id(), details.details()));
            }
        }
        return parts;
    }

    /** A text of a part; empty when it has none of that name. */
    public static String text(JsonNode part, String field) {
        JsonNode value = part.get(field);
        return value != null && value.isString() ? value.getStringValue() : "";
    }

    private List<JsonNode> read(MessageId message, String details) {
        try {
            JsonNode array = json.readValue(details, JsonNode.class);
            List<JsonNode> parts = new ArrayList<>();
            if (array != null) {
                array.values().forEach(parts::add);
            }
            return parts;
        } catch (IOException notOurs) {
            // They stand beside the words, which are shown without them. The parser's own words quote what was told.
            LOG.error(
                    "stored details of {} are not JSON ({})",
                    message,
                    notOurs.getClass().getSimpleName());
            return List.of();
        }
    }
}
