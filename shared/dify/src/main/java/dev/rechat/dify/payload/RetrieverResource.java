package dev.rechat.dify.payload;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A passage the answer was drawn from.
 *
 * @param position place in the list of citations, from 1
 * @param content the passage
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record RetrieverResource(
        @Nullable Integer position,
        @Nullable String datasetId,
        @Nullable String datasetName,
        @Nullable String documentId,
        @Nullable String documentName,
        @Nullable String dataSourceType,
        @Nullable String segmentId,
        @Nullable String retrieverFrom,
        @Nullable Double score,
        @Nullable Integer hitCount,
        @Nullable Integer wordCount,
        @Nullable Integer segmentPosition,
        @Nullable String indexNodeHash,
        @Nullable String content,
        @Nullable Integer page,
        @Nullable JsonNode docMetadata,
        @Nullable String title,
        @Nullable JsonNode files,
        @Nullable String summary) {
    public RetrieverResource {
        docMetadata = Present.node(docMetadata);
        files = Present.node(files);
    }
}
