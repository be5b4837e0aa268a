package dev.rechat.chat.file;

import dev.rechat.kernel.id.FileId;
import dev.rechat.persistence.file.StoredFile;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A file as people see it, in events, answers and histories alike.
 *
 * @param type {@code image}, {@code document}, {@code audio}, {@code video} or {@code custom}
 * @param size in bytes, null where Dify does not tell
 * @param url path below our own address; needs the owner's token
 */
@Serdeable(naming = SnakeCaseStrategy.class)
public record TurnFile(
        FileId id, String name, String type, @Nullable Long size, String mediaType, String url) {

    public static TurnFile of(StoredFile file) {
        return new TurnFile(
                file.id(),
                file.name(),
                file.kind().wireName(),
                file.sizeBytes(),
                file.mediaType(),
                "/api/v1/chat/files/" + file.id());
    }
}
