package dev.rechat.persistence.feedback;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.Statement;
import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everybody's feedback for administrators, latest change first. A page is read along an index that the filter begins with. */
@Singleton
public class FeedbackLists {

    private static final String SELECT =
            "SELECT f.message_id, f.user_id, f.conversation_id, f.app_id, f.rating, f.reason,"
                    + " f.forwarded, f.created_at, f.updated_at, u.email, a.name FROM feedbacks f ";

    private static final String JOINS =
            " LEFT JOIN users u ON u.id = f.user_id AND u.deleting_at IS NULL LEFT JOIN dify_apps a ON a.id = f.app_id";

    private final JdbcOperations jdbc;

    FeedbackLists(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** @param after the last one of the page before; null for the first page */
    @Connectable
    public List<ListedFeedback> page(FeedbackFilter filter, @Nullable FeedbackPosition after, int limit) {
        return read(statement(filter, after, limit));
    }

    /** What somebody thinks of an answer. */
    @Connectable
    public Optional<ListedFeedback> find(MessageId message) {
        Statement statement =
                new Statement().add(SELECT).add(JOINS).add(" WHERE f.message_id = ? LIMIT 1", message.toString());
        return read(statement).stream().findFirst();
    }

    static Statement statement(FeedbackFilter filter, @Nullable FeedbackPosition after, int limit) {
        Statement statement = new Statement()
                .add(SELECT + "FORCE INDEX (" + index(filter) + ")" + JOINS)
                .add(" WHERE TRUE")
                .addIf(" AND f.user_id = ?", filter.user())
                .addIf(" AND f.app_id = ?", filter.app())
                .addIf(" AND f.rating = ?", filter.rating())
                .addIf(" AND f.updated_at >= ?", filter.from())
                .addIf(" AND f.updated_at < ?", filter.to());
        if (filter.withReason() != null) {
            statement.add(filter.withReason() ? " AND f.reason <> ''" : " AND COALESCE(f.reason, '') = ''");
        }
        if (after != null) {
            // The first condition is what the index is entered by.
            statement
                    .add(" AND f.updated_at <= ?", after.updatedAt())
                    .add(" AND (f.updated_at < ? OR f.message_id < ?)", after.updatedAt(), after.messageId());
        }
        return statement.add(" ORDER BY f.updated_at DESC, f.message_id DESC LIMIT ?", limit);
    }

    private static String index(FeedbackFilter filter) {
        if (filter.user() != null) {
            return "feedbacks_person";
        }
        return filter.app() != null ? "feedbacks_app" : "feedbacks_recent";
    }

    private List<ListedFeedback> read(Statement statement) {
        return jdbc.prepareStatement(statement.sql(), prepared -> {
            try (prepared) {
                statement.fill(prepared);
                try (var rows = prepared.executeQuery()) {
                    List<ListedFeedback> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(listed(rows));
                    }
                    return List.copyOf(found);
                }
            }
        });
    }

    private static ListedFeedback listed(ResultSet row) throws SQLException {
        var feedback = new Feedback(
                MessageId.of(row.getString("message_id")),
                UserId.of(row.getString("user_id")),
                ConversationId.of(row.getString("conversation_id")),
                AppId.of(row.getString("app_id")),
                Rating.valueOf(row.getString("rating")),
                row.getString("reason"),
                row.getBoolean("forwarded"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
        return new ListedFeedback(feedback, row.getString("email"), row.getString("name"));
    }
}
