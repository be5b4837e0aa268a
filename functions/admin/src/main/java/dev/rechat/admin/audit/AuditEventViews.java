package dev.rechat.admin.audit;

import dev.rechat.persistence.audit.ListedEvent;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Turns events into what is shown of them. */
@Singleton
final class AuditEventViews {

    private static final Argument<JsonNode> JSON = Argument.of(JsonNode.class);

    private final ObjectMapper json;

    AuditEventViews(ObjectMapper json) {
        this.json = json;
    }

    AuditEventView of(ListedEvent event) {
        return AuditEventView.of(event, details(event.event().details()));
    }

    /** As one line, without an end of line. */
    byte[] line(ListedEvent event) {
        try {
            return json.writeValueAsBytes(of(event));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What somebody has spoilt in the database is shown as they left it. */
    private JsonNode details(String stored) {
        try {
            JsonNode read = json.readValue(stored, JSON);
            return read == null ? JsonNode.nullNode() : read;
        } catch (IOException notJson) {
            return JsonNode.createStringNode(stored);
        }
    }
}
