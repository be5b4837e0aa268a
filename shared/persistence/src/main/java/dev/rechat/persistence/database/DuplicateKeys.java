package dev.rechat.persistence.database;

import io.micronaut.data.exceptions.ExceptionConverter;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a duplicate key from every other failure of a repository, so that nobody else reads MySQL's error numbers.
 * Named by the repositories whose tables have unique keys.
 */
@Singleton
public final class DuplicateKeys implements ExceptionConverter {

    private static final int ER_DUP_ENTRY = 1062;

    /** MySQL 8 writes the table's name before the key's; MariaDB and MySQL 5.7 do not. */
    private static final Pattern KEY = Pattern.compile("for key '(?:[^'.]*\\.)?([^'.]+)'\\s*$");

    @Override
    public Exception convert(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == ER_DUP_ENTRY) {
                return new DuplicateKeyException(keyIn(sql.getMessage()), sql);
            }
        }
        return failure;
    }

    /** The key's name stands last, after the value, which anybody may have chosen. */
    private static String keyIn(@Nullable String message) {
        Matcher key = KEY.matcher(message == null ? "" : message);
        return key.find() ? key.group(1) : "unknown";
    }
}
