package dev.rechat.persistence.file;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.FileId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that a person sent or an answer brought; its bytes are Dify's.
 *
 * @param difyFileId of an upload; of an answer's file where Dify names one
 * @param sizeBytes null where Dify does not tell
 * @param messageId null until a question carries the upload
 * @param sourceUrl where Dify said an answer's file is; signed, so it does not hold for long
 */
@MappedEntity("files")
public record StoredFile(
        @Id @IdColumn FileId id,
        @IdColumn UserId userId,
        @IdColumn AppId appId,
        @Nullable String difyFileId,
        String name,
        String mediaType,
        FileKind kind,
        @Nullable Long sizeBytes,
        @Nullable @IdColumn MessageId messageId,
        FileDirection direction,
        @Nullable String sourceUrl,
        Instant createdAt) {

    /** As much of a name or media type as there is room for. */
    public static final int MAX_NAME = 255;

    /** The same file carried by another message. */
    public StoredFile carriedBy(FileId newId, MessageId message) {
        return new StoredFile(
                newId,
                userId,
                appId,
                difyFileId,
                name,
                mediaType,
                kind,
                sizeBytes,
                message,
                direction,
                sourceUrl,
                createdAt);
    }

    /** Without name and address, which are nobody's business. */
    @Override
    public String toString() {
        return "StoredFile[id=" + id + ", kind=" + kind + ", direction=" + direction + "]";
    }
}
