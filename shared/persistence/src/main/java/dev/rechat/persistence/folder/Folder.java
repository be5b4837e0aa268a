package dev.rechat.persistence.folder;

import dev.rechat.kernel.id.FolderId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A place of one's own for conversations. */
@MappedEntity("folders")
public record Folder(@Id @IdColumn FolderId id, @IdColumn UserId userId, String name, Instant createdAt) {

    /** Without the name: what people write is never logged. */
    @Override
    public String toString() {
        return "Folder[id=" + id + "]";
    }
}
