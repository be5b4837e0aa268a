package dev.rechat.usage.budget;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.BudgetId;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.budget.BudgetRepository;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnRepository;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import dev.rechat.usage.ledger.TurnCost;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The beans of this module as a process of its own, with people, apps and turns to try budgets with. Close it. */
final class BudgetHouse implements AutoCloseable {

    private final Schema schema;
    private final Time time;
    private final ApplicationContext context;

    private BudgetHouse(Schema schema, Time time) {
        this.schema = schema;
        this.time = time;
        Map<String, Object> properties = new HashMap<>(MigratedSchema.properties(schema));
        properties.put("datasources.default.maximum-pool-size", 20);
        properties.put("datasources.default.connection-timeout", 60_000);
        properties.put("rechat.secrets.keys", "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        context = ApplicationContext.builder().properties(properties).build();
        context.registerSingleton(Clock.class, time);
        context.start();
    }

    static BudgetHouse open() {
        return new BudgetHouse(MigratedSchema.create(), new Time());
    }

    /** Another process on the same schema, at the same time. */
    BudgetHouse another() {
        return new BudgetHouse(schema, time);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    IdGenerator ids() {
        return bean(IdGenerator.class);
    }

    void at(String moment) {
        time.now = Instant.parse(moment);
    }

    void forward(Duration duration) {
        time.now = time.now.plus(duration);
    }

    /** @param zone the name of one */
    void moveTo(String zone) {
        sql(
                "REPLACE INTO system_settings (setting_key, setting_value, updated_at) VALUES ('time_zone', ?, NOW(3))",
                "\"" + zone + "\"");
        forward(Duration.ofMinutes(1));
    }

    UserId person() {
        UserId id = ids().nextUserId();
        Instant now = time.instant();
        return bean(UserRepository.class)
                .save(new User(id, id + "@example.org", "hash", "Ada", Role.USER, true, "en", now, now, now))
                .id();
    }

    AppId app() {
        AppId id = ids().nextAppId();
        Instant now = time.instant();
        return bean(AppRepository.class)
                .save(new App(id, "app-" + id, "Desk", "", "", "chat", "http://127.0.0.1", "k:s", true, 0, now, now))
                .id();
    }

    GroupId group(UserId... members) {
        GroupId id = ids().nextGroupId();
        sql(
                "INSERT INTO user_groups (id, name, description, created_at, updated_at) VALUES (?, ?, '', NOW(3), NOW(3))",
                id,
                id);
        for (UserId member : members) {
            sql("INSERT INTO group_members (group_id, user_id, added_at) VALUES (?, ?, NOW(3))", id, member);
        }
        return id;
    }

    BudgetId budget(NewBudget budget) {
        return bean(BudgetRepository.class)
                .save(budget.budget(ids().nextBudgetId(), time.instant()))
                .id();
    }

    /** Begins a turn as the chat function does, all or nothing. */
    TurnId begin(UserId user, AppId app) {
        TurnId id = ids().nextTurnId();
        Deadlocks.retry(() -> transactions().executeWrite(status -> {
            Turn turn = save(id, user, app);
            bean(Budgets.class).reserve(turn.id(), user, app, turn.createdAt());
            return turn;
        }));
        return id;
    }

    void end(TurnId turn, Spending spending) {
        Deadlocks.retry(() -> transactions().executeWrite(status -> {
            sql("UPDATE turns SET status = 'COMPLETED', running_in = NULL WHERE id = ?", turn);
            bean(Settlement.class).settle(turn, spending);
            return true;
        }));
    }

    static Spending tokens(long tokens) {
        return new Spending(false, new TurnCost(null, null, tokens, null, "", null, null));
    }

    static Spending price(String price, String currency) {
        return new Spending(false, new TurnCost(null, null, null, new BigDecimal(price), currency, null, null));
    }

    private TransactionOperations<Connection> transactions() {
        return context.getBean(Argument.of(TransactionOperations.class, Connection.class));
    }

    private Turn save(TurnId id, UserId user, AppId app) {
        Instant now = time.instant();
        Conversation begun = bean(ConversationRepository.class)
                .save(Conversation.begun(ids().nextConversationId(), user, app, "Greetings", now));
        return bean(TurnRepository.class)
                .save(new Turn(
                        id,
                        user,
                        begun.id(),
                        app,
                        ids().nextMessageId(),
                        ids().nextMessageId(),
                        TurnStatus.STREAMING,
                        begun.id(),
                        now,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        null,
                        now,
                        null));
    }

    /** "used reserved turns" of each counter of a budget, as people write figures. */
    List<String> counters(BudgetId budget) {
        return rows(
                "SELECT CONCAT(used + 0e0, ' ', reserved + 0e0, ' ', turns) FROM budget_counters WHERE budget_id = '"
                        + budget + "' ORDER BY person, period_start");
    }

    /** The one counter of a budget. */
    String counter(BudgetId budget) {
        List<String> all = counters(budget);
        if (all.size() != 1) {
            throw new AssertionError(all);
        }
        return all.getFirst();
    }

    /** Counters that are not the sums of their charges. */
    List<String> wrongCounters() {
        return rows("""
                SELECT CONCAT_WS(' ', k.budget_id, k.person, k.period_start, k.used, k.reserved, k.turns)
                FROM budget_counters k LEFT JOIN budget_charges c
                    ON c.budget_id = k.budget_id AND c.person = k.person AND c.period_start = k.period_start
                GROUP BY k.budget_id, k.person, k.period_start, k.used, k.reserved, k.turns
                HAVING k.used <> SUM(IF(c.settled, COALESCE(c.amount, 0), 0))
                    OR k.reserved <> SUM(IF(c.settled, 0, COALESCE(c.amount, 0)))
                    OR k.turns <> SUM(IF(c.settled AND c.amount > 0, 1, 0))
                """);
    }

    int sql(String statement, Object... arguments) {
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
    List<String> rows(String query) {
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
        context.close();
    }

    private static final class Time extends Clock {

        private volatile Instant now = Instant.parse("2026-03-31T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(@Nullable ZoneId zone) {
            throw new UnsupportedOperationException("this clock stands in UTC only");
        }
    }
}
