package dev.rechat.dify.payload;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * The annotation that answered.
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record AnnotationReply(@Nullable String id, @Nullable JsonNode account) {
    public AnnotationReply {
        account = Present.node(account);
    }
}
