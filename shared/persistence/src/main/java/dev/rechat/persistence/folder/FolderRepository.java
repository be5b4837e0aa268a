package dev.rechat.persistence.folder;

import dev.rechat.kernel.id.FolderId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.DuplicateKeys;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.ConvertException;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
@ConvertException(DuplicateKeys.class)
public interface FolderRepository extends GenericRepository<Folder, FolderId> {

    String COLUMNS = "id, user_id, name, created_at";

    /** The unique key that a second folder of one name violates. */
    String NAME_KEY = "folders_name";

    /** @throws dev.rechat.persistence.database.DuplicateKeyException of {@link #NAME_KEY} when the owner has one of this name */
    Folder save(Folder folder);

    /** In order of their names. */
    @Query("SELECT " + COLUMNS + " FROM folders WHERE user_id = :userId ORDER BY name LIMIT :limit")
    List<Folder> list(@IdColumn UserId userId, int limit);

    @Query("SELECT COUNT(*) FROM folders WHERE user_id = :userId")
    long count(@IdColumn UserId userId);

    @Query("SELECT " + COLUMNS + " FROM folders WHERE id = :id AND user_id = :userId")
    Optional<Folder> findOwned(@IdColumn FolderId id, @IdColumn UserId userId);

    /** Keeps it from being deleted until the transaction around this call ends. */
    @Query("SELECT " + COLUMNS + " FROM folders WHERE id = :id AND user_id = :userId LOCK IN SHARE MODE")
    Optional<Folder> findOwnedForShare(@IdColumn FolderId id, @IdColumn UserId userId);

    /**
     * Gives it another name.
     *
     * @return 0 when the owner has no such folder
     * @throws dev.rechat.persistence.database.DuplicateKeyException of {@link #NAME_KEY} when the owner has one of this name
     */
    @Query("UPDATE folders SET name = :name WHERE id = :id AND user_id = :userId")
    long rename(@IdColumn FolderId id, @IdColumn UserId userId, String name);

    /** Takes conversations out of it. @return how many */
    @Query("UPDATE conversations SET folder_id = NULL WHERE user_id = :userId AND folder_id = :id LIMIT :limit")
    long takeOut(@IdColumn FolderId id, @IdColumn UserId userId, int limit);

    /** Conversations that are still in it stay, outside. */
    @Query("DELETE FROM folders WHERE id = :id AND user_id = :userId")
    long delete(@IdColumn FolderId id, @IdColumn UserId userId);

    /** Every folder of a person, in the order of their ids. @param after an id or nothing */
    @Query("SELECT " + COLUMNS + " FROM folders WHERE user_id = :userId AND id > :after ORDER BY id LIMIT :limit")
    List<Folder> listAllAfter(@IdColumn UserId userId, String after, int limit);
}
