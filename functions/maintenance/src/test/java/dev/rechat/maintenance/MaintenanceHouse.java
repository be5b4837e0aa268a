package dev.rechat.maintenance;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.maintenance.run.Maintenance;
import dev.rechat.maintenance.run.Outcome;
import dev.rechat.maintenance.run.Progress;
import dev.rechat.maintenance.run.TimeBudget;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.maintenance.TaskName;
import dev.rechat.persistence.secret.SecretBox;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The beans of this module on a schema of its own, and rows to try them with. */
public final class MaintenanceHouse implements AutoCloseable {

    private static final DateTimeFormatter SQL_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final Schema schema;
    private final ApplicationContext context;

    private MaintenanceHouse(Schema schema) {
        this.schema = schema;
        Map<String, Object> properties = new HashMap<>(MigratedSchema.properties(schema));
        properties.put("rechat.secrets.keys", Program.SECRETS_KEYS);
        properties.put("rechat.dify.networks", "127.0.0.1");
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(properties)
                .build();
        context.start();
    }

    public static MaintenanceHouse open() {
        return new MaintenanceHouse(MigratedSchema.create());
    }

    /** Another process on the same schema, at the same time. */
    public MaintenanceHouse another() {
        return new MaintenanceHouse(schema);
    }

    public Schema schema() {
        return schema;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Instant now() {
        return bean(Clock.class).instant();
    }

    public Outcome run(TaskName task) {
        return bean(Maintenance.class)
                .run(Set.of(task), TimeBudget.endless(), Progress.NONE)
                .getFirst();
    }

    public long count(TaskName task) {
        return bean(Maintenance.class).count(Set.of(task)).getFirst().due();
    }

    public IdGenerator ids() {
        return bean(IdGenerator.class);
    }

    /** An id as it would have been made then. */
    public static String idOf(Instant time) {
        String random = UUID.randomUUID().toString().substring(19);
        String millis = "%012x".formatted(time.toEpochMilli());
        return millis.substring(0, 8) + "-" + millis.substring(8) + "-7abc-" + random;
    }

    public UserId person() {
        UserId id = ids().nextUserId();
        Instant now = now();
        return bean(UserRepository.class)
                .save(new User(id, id + "@example.org", "hash", "Ada", Role.USER, true, "en", now, now, now))
                .id();
    }

    public App app(String slug, String mode, URI dify, String key) {
        AppId id = ids().nextAppId();
        String sealed = bean(SecretBox.class).seal(key, id.toString());
        App app = new App(id, slug, slug, "", "", mode, dify.toString(), sealed, true, 0, now(), now());
        bean(AppRepository.class).save(app);
        return app;
    }

    /** One with two messages, last used so long ago. */
    public Conversation conversation(UserId owner, Duration ago, String thread) {
        Instant then = now().minus(ago);
        AppId app = ids().nextAppId();
        Conversation begun = Conversation.begun(ConversationId.of(idOf(then)), owner, app, "Greetings", then);
        bean(ConversationRepository.class).save(begun);
        bean(ConversationRepository.class).answered(begun.id(), owner, then, thread);
        for (MessageRole role : MessageRole.values()) {
            bean(MessageRepository.class)
                    .save(new Message(
                            ids().nextMessageId(),
                            begun.id(),
                            owner,
                            ids().nextTurnId(),
                            null,
                            role,
                            TurnStatus.COMPLETED,
                            "hello",
                            null,
                            then));
        }
        return begun;
    }

    public void setting(String key, String value) {
        sql(
                "INSERT INTO system_settings (setting_key, setting_value, updated_at) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE setting_value = VALUES(setting_value)",
                key,
                value,
                time(now()));
    }

    /** As a statement takes it. */
    public static String time(Instant time) {
        return SQL_TIME.format(time);
    }

    public int sql(String statement, Object... arguments) {
        try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
                var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < arguments.length; i++) {
                prepared.setString(i + 1, arguments[i].toString());
            }
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** The first column of every row. */
    public List<String> stored(String query) {
        try (var connection = DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    public long number(String query) {
        return Long.parseLong(stored(query).getFirst());
    }

    @Override
    public void close() {
        context.close();
    }
}
