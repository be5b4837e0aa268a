package dev.rechat.benchmarks.data;

import dev.rechat.testing.database.Schema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What a schema was filled with, noted in a table beside the product's, so that people and ids can be made again without
 * reading what is to be measured.
 *
 * @param percent of the house's people that are in it
 */
public record HouseRecord(long seed, HouseSize size, double percent) {

    public House house() {
        return House.of(seed, size);
    }

    public List<Resident> people() {
        House house = house();
        return percent < 100 ? house.sample(percent) : house.residents();
    }

    void writeTo(Schema schema) throws SQLException {
        try (Connection connection = connect(schema);
                Statement table = connection.createStatement()) {
            table.execute("CREATE TABLE bench_house (seed BIGINT NOT NULL PRIMARY KEY, users INT NOT NULL,"
                    + " conversations INT NOT NULL, messages INT NOT NULL, percent DOUBLE NOT NULL)");
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO bench_house VALUES (?, ?, ?, ?, ?)")) {
                insert.setLong(1, seed);
                insert.setInt(2, size.users());
                insert.setInt(3, size.conversations());
                insert.setInt(4, size.messages());
                insert.setDouble(5, percent);
                insert.executeUpdate();
            }
        }
    }

    /**
     * Reads it.
     *
     * @throws SQLException also when the schema was not filled by {@code ./rechat bench data}, or not to the end
     */
    public static HouseRecord of(Schema schema) throws SQLException {
        try (Connection connection = connect(schema);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT seed, users, conversations, messages, percent FROM bench_house")) {
            if (!rows.next()) {
                throw new SQLException("an empty bench_house");
            }
            return new HouseRecord(
                    rows.getLong(1), new HouseSize(rows.getInt(2), rows.getInt(3), rows.getInt(4)), rows.getDouble(5));
        }
    }

    private static Connection connect(Schema schema) throws SQLException {
        return DriverManager.getConnection(schema.jdbcUrl(), schema.username(), schema.password());
    }
}
