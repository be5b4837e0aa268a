package dev.rechat.benchmarks.data;

import dev.rechat.accounts.password.Argon2Cost;
import dev.rechat.testing.database.Schema;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes people of a house into a migrated, empty schema: table by table, and messages in the order in which they are stored
 * (owner, conversation, id), so that their pages are filled one after the other.
 */
public final class HouseLoader {

    /** Of everybody. */
    public static final String PASSWORD = "correct horse battery";

    /** Far off, so that nothing is cleared away while somebody measures. */
    private static final Instant PURGE = Instant.parse("2100-01-01T00:00:00Z");

    private static final List<Table> FILLED = List.of(
            Table.APPS, Table.USERS, Table.FOLDERS, Table.CONVERSATIONS, Table.TAGS, Table.MESSAGES, Table.TURNS);

    private final House house;
    private final List<Resident> people;
    private final Consumer<String> tell;

    public HouseLoader(House house, List<Resident> people, Consumer<String> tell) {
        this.house = house;
        this.people = List.copyOf(people);
        this.tell = tell;
    }

    /** Loads all of it and returns how long that took. */
    public Duration load(Schema schema) throws SQLException {
        long begin = System.nanoTime();
        try (LoadingConnection connection = LoadingConnection.to(schema)) {
            if (!connection.value("SELECT 1 FROM conversations LIMIT 1").isEmpty()) {
                throw new SQLException("there are conversations already; a house wants an empty schema");
            }
            tell.accept("Loading %d people, %d conversations, %d messages by %s…"
                    .formatted(people.size(), House.conversations(people), House.messages(people), connection.way()));
            fill(connection, Table.APPS, people.size(), this::apps);
            fill(connection, Table.USERS, people.size(), this::users);
            fill(connection, Table.FOLDERS, people.size(), this::folders);
            fill(connection, Table.CONVERSATIONS, House.conversations(people), this::conversations);
            fill(connection, Table.TAGS, House.conversations(people), this::tags);
            fill(connection, Table.MESSAGES, House.messages(people), this::messages);
            fill(connection, Table.TURNS, House.messages(people) / 2, this::turns);
            for (Table table : FILLED) {
                connection.execute("ANALYZE TABLE " + table.name());
            }
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void fill(LoadingConnection connection, Table table, long expected, Consumer<RowWriter> rows)
            throws SQLException {
        try (RowWriter writer = connection.writer(table);
                CountingWriter counting = new CountingWriter(writer, table.name(), expected, tell)) {
            rows.accept(counting);
        }
    }

    private void apps(RowWriter out) {
        for (int i = 0; i < house.apps().size(); i++) {
            String name = "made-up-" + (i + 1);
            out.row(
                    house.apps().get(i),
                    name,
                    name,
                    "",
                    "",
                    "chat",
                    "http://127.0.0.1:9",
                    "none",
                    true,
                    1_000 + i,
                    House.BEGIN,
                    House.BEGIN);
        }
    }

    /** Also by hand, for a way of writing of one's own. */
    void users(RowWriter out) {
        String hash = Argon2Cost.CURRENT.hash(PASSWORD.getBytes(StandardCharsets.UTF_8), new byte[16]);
        for (Resident person : people) {
            String name = "person-" + person.rank();
            out.row(
                    person.id(),
                    name + "@example.org",
                    hash,
                    name,
                    "USER",
                    true,
                    "zh",
                    person.joined(),
                    person.joined(),
                    person.joined());
        }
    }

    private void folders(RowWriter out) {
        for (Resident person : people) {
            History.folders(person).forEach(name -> out.row(folder(person, name), person.id(), name, person.joined()));
        }
    }

    private static String folder(Resident person, String name) {
        return new TimeOrderedIds(new SplittableRandom(person.seed() ^ name.hashCode())).at(person.joined());
    }

    private void conversations(RowWriter out) {
        each((person, talk) -> out.row(
                talk.id(),
                person.id(),
                house.apps().get(talk.app()),
                dify(talk.id()),
                Prose.title(talk),
                talk.pinned(),
                talk.archived(),
                talk.created(),
                talk.updated(),
                talk.folder() == null ? null : folder(person, talk.folder()),
                talk.trashed() ? talk.updated() : null,
                talk.trashed() ? PURGE : null));
    }

    private void tags(RowWriter out) {
        each((person, talk) -> talk.tags().forEach(tag -> out.row(person.id(), tag, talk.id())));
    }

    private void messages(RowWriter out) {
        each((person, talk) -> {
            for (Exchange exchange : talk.exchanges()) {
                String answer = Prose.answer(exchange, talk.language());
                out.row(
                        exchange.questionId(),
                        talk.id(),
                        person.id(),
                        exchange.turnId(),
                        exchange.parentId(),
                        "USER",
                        "COMPLETED",
                        Prose.question(exchange, talk.language()),
                        null,
                        exchange.asked());
                out.row(
                        exchange.answerId(),
                        talk.id(),
                        person.id(),
                        exchange.turnId(),
                        exchange.questionId(),
                        "ASSISTANT",
                        "COMPLETED",
                        answer,
                        usage(answer),
                        exchange.asked());
            }
        });
    }

    private static String usage(String answer) {
        return "{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d}"
                .formatted(120, answer.length(), 120 + answer.length());
    }

    private void turns(RowWriter out) {
        each((person, talk) -> {
            for (Exchange exchange : talk.exchanges()) {
                out.row(
                        exchange.turnId(),
                        person.id(),
                        talk.id(),
                        house.apps().get(talk.app()),
                        exchange.questionId(),
                        exchange.answerId(),
                        "COMPLETED",
                        exchange.answered(),
                        dify(exchange.turnId()),
                        exchange.asked(),
                        exchange.answered(),
                        dify(talk.id()));
            }
        });
    }

    /** Dify's own name for it. */
    private static String dify(String id) {
        return "d" + id.substring(1);
    }

    private void each(BiConsumer<Resident, Talk> use) {
        for (Resident person : people) {
            History.of(person, talk -> use.accept(person, talk));
        }
    }
}
