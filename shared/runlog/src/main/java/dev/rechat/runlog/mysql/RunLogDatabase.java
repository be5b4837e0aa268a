package dev.rechat.runlog.mysql;

import dev.rechat.persistence.database.Deadlocks;
import dev.rechat.persistence.database.Statement;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Statements and transactions of this package; what fails is told as the contract of stores says. */
@Singleton
class RunLogDatabase {

    private final ConnectionOperations<Connection> connections;
    private final TransactionOperations<Connection> transactions;
    private final StoreFailures failures;

    RunLogDatabase(
            ConnectionOperations<Connection> connections,
            TransactionOperations<Connection> transactions,
            StoreFailures failures) {
        this.connections = connections;
        this.transactions = transactions;
        this.failures = failures;
    }

    /** A row of a result, at which the reader stands. */
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> read(Statement query, Reading<T> reading) {
        return with(connection -> {
            try (var prepared = connection.prepareStatement(query.sql())) {
                query.fill(prepared);
                List<T> found = new ArrayList<>();
                try (ResultSet rows = prepared.executeQuery()) {
                    while (rows.next()) {
                        found.add(reading.read(rows));
                    }
                }
                return found;
            }
        });
    }

    <T> Optional<T> first(Statement query, Reading<T> reading) {
        return read(query, reading).stream().findFirst();
    }

    long number(Statement query) {
        return read(query, row -> row.getLong(1)).getFirst();
    }

    /** @return how many rows it changed */
    long change(Statement statement) {
        return with(connection -> {
            try (var prepared = connection.prepareStatement(statement.sql())) {
                statement.fill(prepared);
                return prepared.executeLargeUpdate();
            }
        });
    }

    /** All or nothing; done again after a deadlock, so the work must bear it. Not to be called within another. */
    <T> T transaction(Supplier<T> work) {
        try {
            return Deadlocks.retry(() -> transactions.executeWrite(_ -> work.get()));
        } catch (RuntimeException failure) {
            throw failures.told(failure);
        }
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try {
            return connections.executeWrite(status -> {
                try {
                    return work.with(status.getConnection());
                } catch (SQLException failure) {
                    throw new DataAccessException("a statement on run logs failed", failure);
                }
            });
        } catch (RuntimeException failure) {
            // within a transaction a deadlock is the transaction's to try again
            throw Deadlocks.caused(failure) ? failure : failures.told(failure);
        }
    }
}
