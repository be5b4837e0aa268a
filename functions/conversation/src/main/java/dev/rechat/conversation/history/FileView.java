package dev.rechat.conversation.history;

import dev.rechat.kernel.id.FileId;
import dev.rechat.persistence.file.StoredFile;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A file that a message carries, as the chat function tells of it, too.
 *
 * @param size in bytes, where Dify told it
 * @param url path below our own address, answered by the chat function
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record FileView(
        FileId id, String name, String type, @Nullable Long size, String mediaType, String url) {

    static FileView of(StoredFile file) {
        return new FileView(
                file.id(),
                file.name(),
                file.kind().wireName(),
                file.sizeBytes(),
                file.mediaType(),
                "/api/v1/chat/files/" + file.id());
    }
}
