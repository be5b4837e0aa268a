package dev.rechat.maintenance.run;

/**
 * What one batch did.
 *
 * @param more whether another one may find something
 */
public record Batch(long done, boolean more) {

    /** Of a statement that does so many at a time. */
    public static Batch of(long done, int limit) {
        return new Batch(done, done >= limit);
    }
}
