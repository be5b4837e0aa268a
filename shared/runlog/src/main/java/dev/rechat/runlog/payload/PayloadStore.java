package dev.rechat.runlog.payload;

import java.util.Optional;

/**
 * Where JSON is kept that is too large for a row: a table of its own, a folder, or a bucket. Thread-safe, blocking.
 *
 * <p>Fails with {@link dev.rechat.runlog.RunLogUnavailableException} when it does not answer.
 */
public interface PayloadStore {

    /** Keeps a text under a key of letters, digits, {@code /}, {@code .}, {@code _} and {@code -}; one that is there is replaced. */
    void put(String key, String json);

    Optional<String> find(String key);

    /** Removing what is not there is no failure. */
    void delete(String key);
}
