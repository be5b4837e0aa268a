package dev.rechat.persistence.file;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.FileId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface FileRepository extends GenericRepository<StoredFile, FileId> {

    String COLUMNS = "id, user_id, app_id, dify_file_id, name, media_type, kind, size_bytes, message_id, direction,"
            + " source_url, created_at";

    StoredFile save(StoredFile file);

    /** Adds a file unless it is there; of an answer, whose files may be written more than once. */
    @Query("INSERT IGNORE INTO files (" + COLUMNS + ") VALUES (:id, :userId, :appId, :difyFileId, :name, :mediaType,"
            + " :kind, :sizeBytes, :messageId, :direction, :sourceUrl, :createdAt)")
    void saveIfAbsent(
            @IdColumn FileId id,
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
            Instant createdAt);

    default void saveIfAbsent(StoredFile file) {
        saveIfAbsent(
                file.id(),
                file.userId(),
                file.appId(),
                file.difyFileId(),
                file.name(),
                file.mediaType(),
                file.kind(),
                file.sizeBytes(),
                file.messageId(),
                file.direction(),
                file.sourceUrl(),
                file.createdAt());
    }

    @Query("SELECT " + COLUMNS + " FROM files WHERE id = :id AND user_id = :userId")
    Optional<StoredFile> findOwned(@IdColumn FileId id, @IdColumn UserId userId);

    /** One that can be had: it waits for its question, or the conversation that has it is there for its owner. */
    @Query("SELECT f.id, f.user_id, f.app_id, f.dify_file_id, f.name, f.media_type, f.kind, f.size_bytes, f.message_id,"
            + " f.direction, f.source_url, f.created_at FROM files f LEFT JOIN messages m ON m.id = f.message_id"
            + " LEFT JOIN conversations c ON c.id = m.conversation_id WHERE f.id = :id AND f.user_id = :userId"
            + " AND (f.message_id IS NULL"
            + " OR (c.deleted_at IS NULL AND (c.purge_at IS NULL OR c.purge_at > :now)))")
    Optional<StoredFile> findReadable(@IdColumn FileId id, @IdColumn UserId userId, Instant now);

    /** @param ids not empty; those of other owners are left out */
    @Query("SELECT " + COLUMNS + " FROM files WHERE id IN (:ids) AND user_id = :userId ORDER BY id")
    List<StoredFile> listOwned(@IdColumn Collection<FileId> ids, @IdColumn UserId userId);

    /** What these messages carry, oldest first. @param messageIds not empty */
    @Query("SELECT " + COLUMNS + " FROM files WHERE message_id IN (:messageIds) AND user_id = :userId ORDER BY id")
    List<StoredFile> listCarriedBy(@IdColumn Collection<MessageId> messageIds, @IdColumn UserId userId);

    /** Lets a message carry an upload that none carries yet. @return 0 when there is no such upload */
    @Query("UPDATE files SET message_id = :messageId"
            + " WHERE id = :id AND user_id = :userId AND direction = 'UPLOAD' AND message_id IS NULL")
    long attach(@IdColumn FileId id, @IdColumn UserId userId, @IdColumn MessageId messageId);

    /** Every file of a person, in the order of their ids. @param after an id or nothing */
    @Query("SELECT " + COLUMNS + " FROM files WHERE user_id = :userId AND id > :after ORDER BY id LIMIT :limit")
    List<StoredFile> listAllAfter(@IdColumn UserId userId, String after, int limit);
}
