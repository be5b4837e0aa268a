package dev.rechat.chat.file;

import dev.rechat.kernel.id.FileId;
import dev.rechat.persistence.file.StoredFile;
import java.util.Optional;

/** Finds the uploads that one person made for one app. */
@FunctionalInterface
public interface FileLookup {

    /** Empty also for what belongs to somebody else or to another app. */
    Optional<StoredFile> find(FileId id);
}
