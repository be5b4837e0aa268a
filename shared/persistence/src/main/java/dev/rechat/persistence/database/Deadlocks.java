package dev.rechat.persistence.database;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Transactions that the server gave up because two of them waited for each other. Nothing is wrong: done again, they
 * follow one another.
 */
public final class Deadlocks {

    /** SQL:2003's class for a transaction that was rolled back by the server because of others. */
    private static final String SERIALIZATION_FAILURE = "40001";

    /** MariaDB 11.6.2 and later: the row was changed since this transaction first read (ER_CHECKREAD). */
    private static final int ROW_CHANGED = 1020;

    private static final int ATTEMPTS = 5;

    private Deadlocks() {}

    public static boolean caused(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (SERIALIZATION_FAILURE.equals(sql.getSQLState()) || sql.getErrorCode() == ROW_CHANGED)) {
                return true;
            }
        }
        return false;
    }

    /** Does a whole transaction again while it ends in a deadlock, a few times. Not to be called within one. */
    public static <T> T retry(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !caused(failure)) {
                    throw failure;
                }
            }
        }
    }
}
