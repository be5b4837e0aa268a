package dev.rechat.benchmarks.history;

import dev.rechat.benchmarks.data.House;
import dev.rechat.benchmarks.data.HouseLoader;
import dev.rechat.benchmarks.data.Resident;
import dev.rechat.maintenance.Migrations;
import dev.rechat.testing.database.DatabaseKind;
import dev.rechat.testing.database.DatabaseUnavailableException;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.database.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The small house once more, in the MySQL that the tests start; for its plans. */
final class MySqlHouse {

    private MySqlHouse() {}

    /** Empty where that server cannot run. */
    static Optional<Schema> load(House house, List<Resident> sample, Consumer<String> tell) throws SQLException {
        Schema schema;
        try {
            schema = TestDatabase.shared(DatabaseKind.MYSQL).createSchema();
        } catch (DatabaseUnavailableException missing) {
            tell.accept("No plans of MySQL: " + missing.getMessage());
            return Optional.empty();
        }
        Migrations.migrate(schema.jdbcUrl(), schema.username(), schema.password());
        new HouseLoader(house, sample, tell).load(schema);
        return Optional.of(schema);
    }
}
