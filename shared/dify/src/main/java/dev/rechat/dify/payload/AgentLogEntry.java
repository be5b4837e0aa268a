package dev.rechat.dify.payload;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * What {@code agent_log} tells; a later event with the same id replaces the earlier one.
 *
 * @param parentId the entry this one belongs under
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record AgentLogEntry(
        @Nullable String nodeExecutionId,
        @Nullable String id,
        @Nullable String label,
        @Nullable String parentId,
        @Nullable String error,
        @Nullable String status,
        @Nullable JsonNode data,
        @Nullable JsonNode metadata,
        @Nullable String nodeId) {
    public AgentLogEntry {
        data = Present.node(data);
        metadata = Present.node(metadata);
    }
}
