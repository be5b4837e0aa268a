package dev.rechat.conversation.folder;

import dev.rechat.kernel.id.FolderId;
import dev.rechat.persistence.folder.Folder;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;

/** A folder as its owner sees it. */
@Serdeable(naming = SnakeCaseStrategy.class)
record FolderView(FolderId id, String name, Instant createdAt) {

    static FolderView of(Folder folder) {
        return new FolderView(folder.id(), folder.name(), folder.createdAt());
    }

    /** Without the name: what people write is never logged. */
    @Override
    public String toString() {
        return "FolderView[id=" + id + "]";
    }
}
