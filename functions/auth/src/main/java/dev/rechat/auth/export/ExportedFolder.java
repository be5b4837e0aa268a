package dev.rechat.auth.export;

import dev.rechat.kernel.id.FolderId;
import dev.rechat.persistence.folder.Folder;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;

/** A folder; which conversations lie in it is told with them. */
@Serdeable(naming = SnakeCaseStrategy.class)
record ExportedFolder(FolderId id, String name, Instant createdAt) implements ExportRecord {

    static ExportedFolder of(Folder folder) {
        return new ExportedFolder(folder.id(), folder.name(), folder.createdAt());
    }

    /** What people own is never logged. */
    @Override
    public String toString() {
        return "ExportedFolder[]";
    }
}
