package dev.rechat.runlog;

import java.time.Instant;

/**
 * Where a record stands among all of its kind. The order is that of time, then of ids: the same in every store.
 *
 * @param createdAt to the millisecond
 */
public record RecordKey(Instant createdAt, String id) implements Comparable<RecordKey> {

    @Override
    public int compareTo(RecordKey other) {
        int byTime = createdAt.compareTo(other.createdAt);
        return byTime != 0 ? byTime : id.compareTo(other.id);
    }
}
