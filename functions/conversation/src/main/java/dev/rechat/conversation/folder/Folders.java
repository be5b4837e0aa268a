package dev.rechat.conversation.folder;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.FolderId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.database.DuplicateKeyException;
import dev.rechat.persistence.folder.Folder;
import dev.rechat.persistence.folder.FolderRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Makes, renames and removes folders. */
@Singleton
public class Folders {

    /** How many a person may have. */
    public static final int MOST = 200;

    /** At most so many conversations in one transaction, which holds their rows. */
    private static final int BATCH = 500;

    private final FolderRepository folders;
    private final UserRepository users;
    private final IdGenerator ids;
    private final Clock clock;

    Folders(FolderRepository folders, UserRepository users, IdGenerator ids, Clock clock) {
        this.folders = folders;
        this.users = users;
        this.ids = ids;
        this.clock = clock;
    }

    List<Folder> list(UserId owner) {
        return folders.list(owner, MOST);
    }

    /**
     * Makes a folder, one at a time per person, so that there are never more than may be.
     *
     * @throws RefusedException {@code folder_exists} when there is one of this name, {@code conflict} when there are too many
     */
    @Transactional
    Folder create(UserId owner, String name) {
        if (users.findByIdForUpdate(owner).isEmpty()) {
            throw new RefusedException(ErrorCode.UNAUTHENTICATED, "this account is gone");
        }
        if (folders.count(owner) >= MOST) {
            throw new RefusedException(ErrorCode.CONFLICT, "there are " + MOST + " folders already");
        }
        return unique(() -> folders.save(new Folder(ids.nextFolderId(), owner, name, clock.instant())));
    }

    /**
     * Gives it another name.
     *
     * @throws NotFoundException when the owner has no such folder
     * @throws RefusedException {@code folder_exists} when there is another of this name
     */
    @Transactional
    Folder rename(FolderId id, UserId owner, String name) {
        if (unique(() -> folders.rename(id, owner, name)) == 0) {
            throw new NotFoundException("folder");
        }
        return folders.findOwned(id, owner).orElseThrow(() -> new NotFoundException("folder"));
    }

    /** Its conversations stay, outside. @throws NotFoundException when the owner has no such folder */
    void delete(FolderId id, UserId owner) {
        if (folders.findOwned(id, owner).isEmpty()) {
            throw new NotFoundException("folder");
        }
        while (Deadlocks.retry(() -> folders.takeOut(id, owner, BATCH)) == BATCH) {
            // Some are still in it. What is moved in after the last batch is taken out by the foreign key.
        }
        Deadlocks.retry(() -> folders.delete(id, owner));
    }

    private static <T> T unique(Supplier<T> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException taken) {
            if (taken.violates(FolderRepository.NAME_KEY)) {
                throw new RefusedException(ErrorCode.FOLDER_EXISTS, "there is a folder of this name");
            }
            throw taken;
        }
    }
}
