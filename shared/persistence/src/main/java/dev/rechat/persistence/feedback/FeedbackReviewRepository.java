package dev.rechat.persistence.feedback;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** The words that feedback is about, for administrators. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface FeedbackReviewRepository extends GenericRepository<Feedback, MessageId> {

    /** Nothing of a conversation that was thrown away or meant not to be kept, or whose time is over. */
    @Query("SELECT q.content AS question, a.content AS answer FROM messages a"
            + " JOIN conversations c ON c.id = a.conversation_id"
            + " LEFT JOIN messages q ON q.id = a.parent_id AND q.user_id = a.user_id AND q.role = 'USER'"
            + " WHERE a.id = :messageId AND c.place <> 'trash' AND c.temporary = FALSE"
            + " AND (c.purge_at IS NULL OR c.purge_at > :now)")
    Optional<JudgedTexts> findTexts(@IdColumn MessageId messageId, Instant now);
}
