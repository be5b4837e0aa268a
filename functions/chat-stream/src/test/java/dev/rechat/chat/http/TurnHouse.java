package dev.rechat.chat.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnEventsRepository;
import dev.rechat.persistence.turn.TurnRepository;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.dify.EngineVariant;
import dev.rechat.testing.dify.GenerationRequest;
import dev.rechat.testing.dify.Script;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Two instances with one database and one Dify, hurried where a test would have to wait. */
final class TurnHouse implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> KEYS = Map.of(
            "chat", DemoApps.CHAT_KEY,
            "agent-chat", DemoApps.AGENT_KEY,
            "advanced-chat", DemoApps.CHATFLOW_KEY,
            "completion", DemoApps.COMPLETION_KEY,
            "workflow", DemoApps.WORKFLOW_KEY);

    final DifySimulator dify;
    final ChatHouse house;
    final Instance first;
    final Instance second;

    TurnHouse() {
        this(EngineVariant.CELERY, Map.of());
    }

    /** @param settings of both instances */
    TurnHouse(EngineVariant variant, Map<String, Object> settings) {
        // An answer that is held back must not look like one that stalls.
        dify = DifySimulator.builder()
                .variant(variant)
                .heartbeat(Duration.ofMillis(300))
                .start();
        house = new ChatHouse(dify, hurried(settings));
        first = house.first();
        second = another(settings);
    }

    /** One more instance. */
    Instance another(Map<String, Object> settings) {
        return house.instance(hurried(settings));
    }

    private static Map<String, Object> hurried(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of("rechat.turns.journal-interval", "20ms"));
        all.putAll(settings);
        return all;
    }

    Person person() {
        return house.person(Role.USER);
    }

    App app(String mode) {
        return house.app(mode, KEYS.getOrDefault(mode, ""));
    }

    /** Has the next question with these words answered so. */
    void script(String words, Script script) {
        dify.next(GenerationRequest.containing(words), script);
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    /** A question's body. @param more names and values */
    static String body(App app, String message, String... more) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("app_id", app.id().toString());
        fields.put("message", message);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return json(fields);
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** How often Dify was asked something with these words. */
    long asked(String words) {
        return dify.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .filter(request -> request.body().contains(words))
                .count();
    }

    Turn turn(Person who, String turn) {
        return first.bean(TurnRepository.class)
                .findOwned(TurnId.of(turn), who.id())
                .orElseThrow();
    }

    Message answer(Person who, String turn) {
        return message(who, turn(who, turn).assistantMessageId());
    }

    Message message(Person who, MessageId id) {
        return first.bean(MessageRepository.class).findOwned(id, who.id()).orElseThrow();
    }

    Turn awaitEnd(Person who, String turn) throws Exception {
        until(() -> turn(who, turn).status() != TurnStatus.STREAMING);
        return turn(who, turn);
    }

    /** As {@link #awaitEnd}, for where nothing may be thrown. */
    void mustEnd(Person who, String turn) {
        try {
            awaitEnd(who, turn);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Returns when another instance would find these words in the log. */
    void awaitLogged(Person who, String turn, String words) throws Exception {
        until(() -> second.bean(TurnEventsRepository.class).listAfter(TurnId.of(turn), who.id(), 0, 100).stream()
                .anyMatch(row -> new String(row.frames(), StandardCharsets.UTF_8).contains(words)));
    }

    /** Lets the lease of a turn be over, as if its producer had slept. */
    void expireLease(String turn) throws SQLException {
        update("UPDATE turns SET lease_until = '2020-01-01' WHERE id = ?", turn);
    }

    /** Makes the log of a turn old. */
    void ageLog(String turn) throws SQLException {
        update("UPDATE turn_events SET created_at = '2020-01-01' WHERE turn_id = ?", turn);
    }

    /** Takes a turn from its producer, as if that had died; the living one lets go of it. */
    void giveAway(String turn) throws SQLException {
        update("UPDATE turns SET lease_until = '2020-01-01', producer = 'nobody' WHERE id = ?", turn);
    }

    Connection connect() throws SQLException {
        var schema = house.schema();
        return DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
    }

    /** Returns when so many transactions wait for a lock. */
    void mustWait(int transactions) {
        try (Connection connection = connect();
                PreparedStatement count = connection.prepareStatement(
                        "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")) {
            until(() -> {
                Thread.sleep(200); // InnoDB refreshes that table only for who looks seldom
                try (ResultSet rows = count.executeQuery()) {
                    return rows.next() && rows.getInt(1) >= transactions;
                }
            });
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void update(String sql, String turn) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, turn);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("no turn " + turn);
            }
        }
    }

    /** Returns when it is so. */
    static void until(Callable<Boolean> so) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!so.call()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not within " + PATIENCE);
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        house.close();
    }
}
