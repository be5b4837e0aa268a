package dev.rechat.persistence.share;

import dev.rechat.kernel.id.ShareId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Whether a link is good. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface OpenShareRepository extends GenericRepository<Share, ShareId> {

    /** Everything that must hold for a link to be good, in one question. */
    @Query("SELECT s.id AS id, s.user_id AS owner, s.conversation_id AS conversation, s.title AS title,"
            + " s.message_count AS message_count, s.created_at AS shared_at, s.expires_at AS expires_at,"
            + " a.name AS app_name, a.icon AS app_icon"
            + " FROM shares s JOIN conversations c ON c.id = s.conversation_id AND c.user_id = s.user_id"
            + " JOIN users u ON u.id = s.user_id LEFT JOIN dify_apps a ON a.id = c.app_id"
            + " WHERE s.token_hash = :tokenHash AND (s.expires_at IS NULL OR s.expires_at > :now)"
            + " AND c.deleted_at IS NULL AND u.active = TRUE AND u.deleting_at IS NULL")
    Optional<OpenShareRow> findOpen(String tokenHash, Instant now);
}
