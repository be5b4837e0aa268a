package dev.rechat.persistence.share;

import dev.rechat.kernel.id.FileId;
import dev.rechat.kernel.id.ShareId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import dev.rechat.persistence.file.StoredFile;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface SharedFileRepository extends GenericRepository<StoredFile, FileId> {

    /** A file that a message of this share carries; no other one of its owner. */
    @Query("SELECT f.id, f.user_id, f.app_id, f.dify_file_id, f.name, f.media_type, f.kind, f.size_bytes, f.message_id,"
            + " f.direction, f.source_url, f.created_at FROM files f"
            + " JOIN share_messages p ON p.message_id = f.message_id AND p.share_id = :share"
            + " WHERE f.id = :id AND f.user_id = :owner")
    Optional<StoredFile> findCarried(@IdColumn FileId id, @IdColumn ShareId share, @IdColumn UserId owner);
}
