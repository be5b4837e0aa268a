package dev.rechat.dify.payload;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code agent_thought} tells; it is sent again with the same id as it fills in.
 *
 * @param position order among the thoughts of a message, from 1
 * @param tool names of the tools called, joined by {@code ;}
 * @param toolLabels display names by tool and language
 * @param toolInput JSON as text
 * @param messageFiles ids of files made
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record Thought(
        @Nullable String id,
        @Nullable Integer position,
        @Nullable String thought,
        @Nullable String observation,
        @Nullable String tool,
        @Nullable JsonNode toolLabels,
        @Nullable String toolInput,
        List<String> messageFiles) {
    public Thought {
        messageFiles = Present.list(messageFiles);
        toolLabels = Present.node(toolLabels);
    }
}
