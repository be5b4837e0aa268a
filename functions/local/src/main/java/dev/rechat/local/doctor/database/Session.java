package dev.rechat.local.doctor.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** One connection, set up as the functions' pools set theirs up. Everything is read; what is locked is let go. */
final class Session implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    private final Connection connection;

    private Session(Connection connection) {
        this.connection = connection;
    }

    static Session open(Login login) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("connectionTimeZone", "UTC");
        properties.setProperty("forceConnectionTimeZoneToSession", "true");
        properties.setProperty("characterEncoding", "utf-8");
        properties.setProperty("connectTimeout", "10000");
        properties.setProperty("socketTimeout", "30000");
        Connection connection = DriverManager.getConnection(login.url(), properties);
        connection.setAutoCommit(false);
        return new Session(connection);
    }

    /** The first column of the first row; empty when there is no row, or nothing in it. */
    Optional<String> text(String sql, String... values) throws SQLException {
        return texts(sql, values).stream().findFirst().filter(text -> !text.isEmpty());
    }

    /** The first column of all rows. */
    List<String> texts(String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> texts = new ArrayList<>();
                while (rows.next()) {
                    @Nullable String text = rows.getString(1);
                    texts.add(text == null ? "" : text);
                }
                return texts;
            }
        }
    }

    /** As {@link #text}, of a variable that not every server has. */
    Optional<String> variable(String name) {
        try {
            return text("SELECT @@" + name);
        } catch (SQLException unknown) {
            return Optional.empty();
        }
    }

    Optional<Long> number(String name) {
        return variable(name).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }

    /** Of this session; empty where there is none. */
    String status(String name) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW SESSION STATUS LIKE '" + name + "'")) {
            @Nullable String value = rows.next() ? rows.getString(2) : null;
            return value == null ? "" : value;
        }
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            statement.execute(sql);
        }
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
