package dev.rechat.runlog.search.index;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;

/**
 * A record that is to be written.
 *
 * @param name its document's id: of pauses the run's, of offloads execution and type, else its own
 */
public record Entry(RecordType type, Tenant tenant, String name, Instant createdAt, JsonNode document) {

    String documentId() {
        return DocumentIds.of(name);
    }

    Key key() {
        return new Key(type, tenant, documentId());
    }

    /** What may be there once. */
    record Key(RecordType type, Tenant tenant, String documentId) {}
}
