package dev.rechat.persistence.database;

import static dev.rechat.persistence.TestPersistence.connect;
import static dev.rechat.persistence.TestPersistence.contextOn;
import static dev.rechat.persistence.TestPersistence.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.persistence.Rows;
import dev.rechat.persistence.TestPersistence;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationFilter;
import dev.rechat.persistence.conversation.ConversationLists;
import dev.rechat.persistence.conversation.ConversationPlace;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.ListPosition;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are UTC whatever zone the server and the process are in. */
class StoredTimeIT {

    private final TimeZone zone = TimeZone.getDefault();
    private String serverZone = "";

    @BeforeEach
    void moveTheServer() throws SQLException {
        serverZone = stored("SELECT @@GLOBAL.time_zone");
        setServerZone("+05:30");
    }

    @AfterEach
    void moveBack() throws SQLException {
        TimeZone.setDefault(zone);
        setServerZone(serverZone);
    }

    /** The second and third do not exist, or exist twice, on a Berlin clock. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-07-01T23:59:59.999Z",
                "2026-03-29T02:30:00.001Z",
                "2026-10-25T00:30:00.010Z",
                "1999-12-31T23:00:00.000Z",
                "2040-02-29T12:00:00.123Z"
            })
    void isTheSameInstantFromEveryZone(String text) throws SQLException {
        Instant time = Instant.parse(text);

        Conversation saved = in(
                "Europe/Berlin",
                context ->
                        context.getBean(ConversationRepository.class).save(Rows.conversation(Rows.savedUser(), time)));

        assertThat(stored("SELECT CAST(updated_at AS CHAR) FROM conversations WHERE id = ?", saved.id()))
                .isEqualTo(text.replace('T', ' ').replace("Z", ""));
        for (String reader : List.of("Asia/Shanghai", "America/St_Johns")) {
            in(reader, context -> {
                assertThat(context.getBean(ConversationRepository.class).findOwned(saved.id(), saved.userId()))
                        .contains(saved);
                assertThat(after(time.plusMillis(1), saved, context)).containsExactly(saved);
                assertThat(after(time, saved, context)).isEmpty();
                return saved;
            });
        }
    }

    private static List<Conversation> after(Instant time, Conversation saved, ApplicationContext context) {
        return context.getBean(ConversationLists.class)
                .page(
                        saved.userId(),
                        ConversationFilter.all(ConversationPlace.LIST),
                        new ListPosition(false, time, saved.id()),
                        time,
                        10);
    }

    private static <T> T in(String zone, Function<ApplicationContext, T> use) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try (var context = contextOn(TestPersistence.SCHEMA)) {
            return use.apply(context);
        }
    }

    private static void setServerZone(String zone) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("SET GLOBAL time_zone = '" + zone + "'");
        }
    }
}
