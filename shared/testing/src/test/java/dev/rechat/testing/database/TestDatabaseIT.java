package dev.rechat.testing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestDatabaseIT {

    @ParameterizedTest
    @EnumSource
    void isTheServerAskedFor(DatabaseKind kind) throws SQLException {
        Schema schema = database(kind).createSchema();

        String version = query(schema, "SELECT VERSION()");

        switch (kind) {
            case MARIADB -> assertThat(version).startsWith("11.4").contains("MariaDB");
            case MYSQL -> assertThat(version).startsWith("8.0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesEachCallAnEmptySchemaOfItsOwn(DatabaseKind kind) throws SQLException {
        TestDatabase database = database(kind);
        Schema first = database.createSchema();
        execute(first, "CREATE TABLE note (text VARCHAR(20))");

        Schema second = database.createSchema();

        assertThat(second.jdbcUrl()).isNotEqualTo(first.jdbcUrl());
        assertThat(query(second, "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryCharacter(DatabaseKind kind) throws SQLException {
        Schema schema = database(kind).createSchema();
        execute(schema, "CREATE TABLE note (text VARCHAR(20))");

        execute(schema, "INSERT INTO note VALUES ('价格 😀')");

        assertThat(query(schema, "SELECT text FROM note")).isEqualTo("价格 😀");
    }

    @ParameterizedTest
    @EnumSource
    void keepsDataAndAddressWhenStartedAgain(DatabaseKind kind) throws SQLException {
        TestDatabase database = database(kind);
        Schema schema = database.createSchema();
        execute(schema, "CREATE TABLE note (text VARCHAR(20))");
        execute(schema, "INSERT INTO note VALUES ('kept')");

        database.stop();

        assertThatThrownBy(() -> query(schema, "SELECT 1")).isInstanceOf(SQLException.class);
        database.start();
        assertThat(query(schema, "SELECT text FROM note")).isEqualTo("kept");
    }

    /** MySQL is a large download that not every machine has; the message of the skip says how to get it. */
    private static TestDatabase database(DatabaseKind kind) {
        try {
            return TestDatabase.shared(kind);
        } catch (DatabaseUnavailableException e) {
            return Assumptions.abort(e.getMessage());
        }
    }

    private static String query(Schema schema, String sql) throws SQLException {
        try (Connection connection = connect(schema);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void execute(Schema schema, String sql) throws SQLException {
        try (Connection connection = connect(schema);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(Schema schema) throws SQLException {
        return DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
    }
}
