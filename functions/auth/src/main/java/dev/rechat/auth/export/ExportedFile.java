package dev.rechat.auth.export;

import dev.rechat.kernel.id.FileId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.file.StoredFile;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file that was sent, or that an answer brought.
 *
 * @param url where its bytes are, with an access token, as long as the app has them
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record ExportedFile(
        FileId id,
        @Nullable MessageId messageId,
        String direction,
        String name,
        String kind,
        String mediaType,
        @Nullable Long size,
        String url,
        Instant createdAt)
        implements ExportRecord {

    static ExportedFile of(StoredFile file) {
        return new ExportedFile(
                file.id(),
                file.messageId(),
                file.direction().name().toLowerCase(Locale.ROOT),
                file.name(),
                file.kind().wireName(),
                file.mediaType(),
                file.sizeBytes(),
                "/api/v1/chat/files/" + file.id(),
                file.createdAt());
    }

    /** What people own is never logged. */
    @Override
    public String toString() {
        return "ExportedFile[]";
    }
}
