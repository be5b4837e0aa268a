package dev.rechat.persistence.database;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Transactions that are taken back although nothing went wrong: the same work, to see what it would do. */
@Singleton
public class Trials {

    private final TransactionOperations<Connection> transactions;

    Trials(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /**
     * Does some work in one transaction. Not to be called within one.
     *
     * @param keep whether what was done is to stay, by what came of it
     */
    public <T> T run(Supplier<T> work, Predicate<T> keep) {
        return transactions.executeWrite(status -> {
            T result = work.get();
            if (!keep.test(result)) {
                status.setRollbackOnly();
            }
            return result;
        });
    }
}
