package dev.rechat.persistence.database;

import io.micronaut.data.exceptions.DataAccessException;

/**
 * A row was refused because a unique key has its value already. Nothing was written by the statement; a transaction
 * around it may go on. Thrown by every repository method that inserts or updates.
 */
public final class DuplicateKeyException extends DataAccessException {

    private static final long serialVersionUID = 1L;

    private final String key;

    DuplicateKeyException(String key, Throwable cause) {
        super("duplicate value for unique key " + key, cause);
        this.key = key;
    }

    /** Whether it is this key, named as in the migrations, that has the value; repositories hold the names. */
    public boolean violates(String name) {
        return key.equals(name);
    }
}
