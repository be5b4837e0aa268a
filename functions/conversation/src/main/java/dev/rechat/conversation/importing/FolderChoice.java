package dev.rechat.conversation.importing;

import dev.rechat.kernel.id.FolderId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.folder.Folder;
import dev.rechat.persistence.folder.FolderRepository;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the owner's folders by name and makes those that are missing, as long as there may be more. */
final class FolderChoice {

    private final FolderRepository folders;
    private final IdGenerator ids;
    private final UserId owner;
    private final Instant now;
    private final Warnings warnings;
    private final Map<String, FolderId> known = new HashMap<>();

    FolderChoice(FolderRepository folders, IdGenerator ids, UserId owner, Instant now, Warnings warnings) {
        this.folders = folders;
        this.ids = ids;
        this.owner = owner;
        this.now = now;
        this.warnings = warnings;
        folders.list(owner, Limits.FOLDERS).forEach(folder -> known.put(folder.name(), folder.id()));
    }

    @Nullable
    FolderId of(@Nullable String name) {
        if (name == null) {
            return null;
        }
        FolderId there = known.get(name);
        if (there != null) {
            return there;
        }
        if (known.size() >= Limits.FOLDERS) {
            warnings.add(Warning.FOLDERS);
            return null;
        }
        Folder made = folders.save(new Folder(ids.nextFolderId(), owner, name, now));
        known.put(name, made.id());
        return made.id();
    }
}
