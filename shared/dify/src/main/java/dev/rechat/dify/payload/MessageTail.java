package dev.rechat.dify.payload;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code message_end} and a blocking answer say besides the text. */
@Serdeable.Deserializable
public record MessageTail(DifyMetadata metadata, List<DifyFile> files) {
    public MessageTail(@Nullable DifyMetadata metadata, @Nullable List<DifyFile> files) {
        this.metadata = metadata == null ? DifyMetadata.NONE : metadata;
        this.files = Present.list(files);
    }
}
