package dev.rechat.dify.payload;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What accompanies a finished answer.
 *
 * @param usage null when Dify sent none; all zero when no model ran
 * @param retrieverResources the sources, when the app shows citations
 * @param annotationReply set when a stored annotation answered instead of the model
 * @param reasoning the model's reasoning by node id (Dify 1.16+)
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record DifyMetadata(
        @Nullable DifyUsage usage,
        List<RetrieverResource> retrieverResources,
        @Nullable AnnotationReply annotationReply,
        @Nullable JsonNode reasoning) {

    /** Of an answer that came without. */
    public static final DifyMetadata NONE = new DifyMetadata(null, List.of(), null, null);

    public DifyMetadata {
        retrieverResources = Present.list(retrieverResources);
        reasoning = Present.node(reasoning);
    }
}
