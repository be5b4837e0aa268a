package dev.rechat.persistence.feedback;

import static dev.rechat.persistence.TestPersistence.bean;
import static dev.rechat.persistence.TestPersistence.connect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.Rows;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.database.Statement;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everybody's feedback is read along an index, latest change first, nothing sorted, whatever narrows it. */
class FeedbackPlansIT {

    private static final UserId OWNER = Rows.savedUser();
    private static final Conversation CONVERSATION = Rows.savedConversation(OWNER);

    @BeforeAll
    static void fill() throws SQLException {
        for (int i = 0; i < 300; i++) {
            bean(FeedbackRepository.class)
                    .put(
                            Rows.savedMessage(CONVERSATION).id(),
                            OWNER,
                            CONVERSATION.id(),
                            CONVERSATION.appId(),
                            Rating.LIKE,
                            null,
                            Rows.NOON.plusSeconds(i / 2));
        }
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE TABLE feedbacks, users");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', feedbacks_recent",
        "rating reason, feedbacks_recent",
        "time, feedbacks_recent",
        "app, feedbacks_app",
        "app time rating, feedbacks_app",
        "user, feedbacks_person",
        "user app time, feedbacks_person",
        "after, feedbacks_recent",
        "after app, feedbacks_app",
        "after user, feedbacks_person",
    })
    void readsAPageAlongItsIndex(String narrowed, String index) throws SQLException {
        boolean time = narrowed.contains("time");
        var filter = new FeedbackFilter(
                narrowed.contains("app") ? CONVERSATION.appId() : null,
                narrowed.contains("user") ? OWNER : null,
                narrowed.contains("rating") ? Rating.LIKE : null,
                narrowed.contains("reason") ? true : null,
                time ? Rows.NOON : null,
                time ? Rows.NOON.plusSeconds(100) : null);
        var after = narrowed.contains("after")
                ? new FeedbackPosition(Rows.NOON.plusSeconds(50), Rows.IDS.nextMessageId())
                : null;
        Statement explained = FeedbackLists.statement(filter, after, 21);

        try (var connection = connect();
                var statement = connection.prepareStatement("EXPLAIN " + explained.sql())) {
            explained.fill(statement);
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString("table")).isEqualTo("f");
                assertThat(rows.getString("key")).isEqualTo(index);
                assertThat(String.valueOf(rows.getString("Extra"))).doesNotContain("filesort", "temporary");
            }
        }
    }
}
