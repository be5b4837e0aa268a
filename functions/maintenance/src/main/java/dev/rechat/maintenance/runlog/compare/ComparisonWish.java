package dev.rechat.maintenance.runlog.compare;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.store.RunLogStore;
import java.util.List;

/** What is to be compared. @param sample so many of each kind from either side, picked at random; 0 for all there are */
public record ComparisonWish(
        RunLogStore left, RunLogStore right, Tenant tenant, TimeRange range, List<RecordType> types, int sample) {

    public static final int LARGEST_SAMPLE = 10_000;

    public ComparisonWish {
        types = List.copyOf(types);
        if (left.name() == right.name()) {
            throw new IllegalArgumentException("a store is compared with another one, not with itself");
        }
        if (sample < 0 || sample > LARGEST_SAMPLE) {
            throw new IllegalArgumentException("a sample has 1 to 10,000 records");
        }
    }
}
