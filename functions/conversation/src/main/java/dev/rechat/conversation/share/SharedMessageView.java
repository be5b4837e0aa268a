package dev.rechat.conversation.share;

import dev.rechat.conversation.detail.StoredParts;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.persistence.share.SharedMessage;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message as the readers of a share see it.
 *
 * @param position from 1
 * @param parts the sources of an answer, as its owner gets them; null when it has none
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record SharedMessageView(
        int position,
        String role,
        String content,
        String status,
        Instant createdAt,
        List<SharedFileView> files,
        @Nullable List<JsonNode> parts) {

    /** @param told beside it; how the answer came about stays its owner's */
    static SharedMessageView of(SharedMessage message, List<StoredFile> files, List<JsonNode> told, String token) {
        List<JsonNode> sources = told.stream()
                .filter(part -> StoredParts.text(part, "type").equals("citation"))
                .toList();
        return new SharedMessageView(
                message.position(),
                message.role().name().toLowerCase(Locale.ROOT),
                message.content(),
                message.status().wireName(),
                message.createdAt(),
                files.stream().map(file -> SharedFileView.of(file, token)).toList(),
                sources.isEmpty() ? null : sources);
    }

    /** Without the content: what people write is never logged. */
    @Override
    public String toString() {
        return "SharedMessageView[position=" + position + "]";
    }
}
