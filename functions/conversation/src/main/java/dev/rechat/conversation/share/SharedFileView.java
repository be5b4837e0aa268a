package dev.rechat.conversation.share;

import dev.rechat.kernel.id.FileId;
import dev.rechat.persistence.file.StoredFile;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A file that a shared message carries.
 *
 * @param size in bytes, where Dify told it
 * @param url path below our own address, answered by the chat function to who may read the share
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record SharedFileView(
        FileId id, String name, String type, @Nullable Long size, String mediaType, String url) {

    static SharedFileView of(StoredFile file, String token) {
        return new SharedFileView(
                file.id(),
                file.name(),
                file.kind().wireName(),
                file.sizeBytes(),
                file.mediaType(),
                "/api/v1/shared/" + token + "/files/" + file.id());
    }

    /** Without the name, and without the address, which holds the token. */
    @Override
    public String toString() {
        return "SharedFileView[id=" + id + "]";
    }
}
