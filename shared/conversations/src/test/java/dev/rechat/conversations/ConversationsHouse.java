package dev.rechat.conversations;

import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyApp;
import dev.rechat.dify.DifyClient;
import dev.rechat.dify.DifyEvent;
import dev.rechat.dify.DifyMessages;
import dev.rechat.dify.DifyRejectedException;
import dev.rechat.dify.DifyRequest;
import dev.rechat.dify.DifyStream;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.kernel.task.Afterwards;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.secret.SecretBox;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnRepository;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The beans of this module as a process of its own on a schema of its own, and rows to try them with. */
public final class ConversationsHouse implements AutoCloseable {

    private final Schema schema;
    private final SettableClock clock;
    private final ApplicationContext context;

    private ConversationsHouse(Schema schema, SettableClock clock) {
        this.schema = schema;
        this.clock = clock;
        Map<String, Object> properties = new HashMap<>(MigratedSchema.properties(schema));
        properties.put("datasources.default.maximum-pool-size", 20);
        properties.put("rechat.dify.networks", "127.0.0.1");
        properties.put("rechat.dify.connect", "1s");
        properties.put("rechat.secrets.keys", "test:" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        context = ApplicationContext.builder().properties(properties).build();
        context.registerSingleton(Clock.class, clock);
        context.start();
    }

    public static ConversationsHouse open() {
        return new ConversationsHouse(MigratedSchema.create(), new SettableClock());
    }

    /** Another process on the same schema, at the same time. */
    public ConversationsHouse another() {
        return new ConversationsHouse(schema, clock);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public IdGenerator ids() {
        return bean(IdGenerator.class);
    }

    public SettableClock clock() {
        return clock;
    }

    public UserId person() {
        UserId id = ids().nextUserId();
        Instant now = clock.instant();
        return bean(UserRepository.class)
                .save(new User(id, id + "@example.org", "hash", "Ada", Role.USER, true, "en", now, now, now))
                .id();
    }

    /** An app at Dify under this key. */
    public App app(URI baseUrl, String key, String mode) {
        AppId id = ids().nextAppId();
        Instant now = clock.instant();
        String sealed = bean(SecretBox.class).seal(key, id.toString());
        return bean(AppRepository.class)
                .save(new App(id, "app-" + id, "Desk", "", "", mode, baseUrl.toString(), sealed, true, 0, now, now));
    }

    /** A thread that really is at Dify. */
    public String ask(App app, UserId owner) {
        DifyRequest question = new DifyRequest.Chat("What is a lease?", owner.toString());
        try (DifyStream stream =
                bean(DifyClient.class).stream(bean(DifyTargets.class).of(app), question)) {
            String thread = null;
            for (DifyEvent event = stream.next(); event != null; event = stream.next()) {
                thread = thread == null ? event.context().conversationId() : thread;
            }
            return Objects.requireNonNull(thread);
        }
    }

    /** Whether Dify still has it. */
    public boolean atDify(App app, UserId owner, String thread) {
        DifyApp target = bean(DifyTargets.class).of(app);
        try {
            bean(DifyMessages.class).nameConversation(target, owner.toString(), thread);
            return true;
        } catch (DifyRejectedException gone) {
            return false;
        }
    }

    /** @param thread what Dify calls it */
    public Conversation conversation(UserId owner, @Nullable String thread) {
        return conversation(owner, ids().nextAppId(), thread);
    }

    public Conversation conversation(UserId owner, AppId app, @Nullable String thread) {
        Instant now = clock.instant();
        Conversation begun = Conversation.begun(ids().nextConversationId(), owner, app, "Greetings", now);
        bean(ConversationRepository.class).save(begun);
        if (thread != null) {
            bean(ConversationRepository.class).answered(begun.id(), owner, now, thread);
        }
        bean(MessageRepository.class)
                .save(new Message(
                        ids().nextMessageId(),
                        begun.id(),
                        owner,
                        ids().nextTurnId(),
                        null,
                        MessageRole.USER,
                        TurnStatus.COMPLETED,
                        "hello",
                        null,
                        now));
        return begun;
    }

    /** A turn that has been asked in a thread. */
    public Turn turn(Conversation conversation, @Nullable String thread) {
        Instant now = clock.instant();
        return bean(TurnRepository.class)
                .save(new Turn(
                        ids().nextTurnId(),
                        conversation.userId(),
                        conversation.id(),
                        conversation.appId(),
                        ids().nextMessageId(),
                        ids().nextMessageId(),
                        TurnStatus.COMPLETED,
                        null,
                        now,
                        null,
                        null,
                        null,
                        thread,
                        false,
                        null,
                        null,
                        null,
                        null,
                        now,
                        now));
    }

    /** Moves a conversation to the trash, or sets the time when a temporary one ends. */
    public void dueAt(ConversationId conversation, Instant time) {
        sql(
                "UPDATE conversations SET purge_at = ? WHERE id = ?",
                time.toString().replaceAll("[TZ]", " ").strip(),
                conversation);
    }

    /** The threads that are noted, in their order. */
    public List<String> noted() {
        return stored("SELECT dify_conversation_id FROM dify_deletions ORDER BY dify_conversation_id");
    }

    public List<String> conversations() {
        return stored("SELECT id FROM conversations ORDER BY id");
    }

    /** Changes rows beside the application. */
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

    @Override
    public void close() {
        // what goes on beside requests ends while its beans are there
        bean(Afterwards.class).settle(Duration.ofSeconds(30));
        context.close();
    }
}
