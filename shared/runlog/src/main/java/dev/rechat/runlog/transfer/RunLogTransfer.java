package dev.rechat.runlog.transfer;

import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Many records at once. */
public interface RunLogTransfer {

    /**
     * Writes records, new or again, as the repositories' saves do; rows that are there already keep their {@code createdAt}.
     * An ended run is never made one that has not ended, nor an ended execution: so a copy may follow behind live writing.
     *
     * @param visibility whether readers must find them when this returns
     * @throws dev.rechat.runlog.RejectedRecordException when some are refused for good; all others are written
     */
    void write(RunLogBatch batch, Visibility visibility);

    /** Records of one kind, oldest first by their key, strictly after one. @param limit 1 to 10,000 */
    RunLogBatch read(RecordType type, Tenant tenant, TimeRange range, @Nullable RecordKey after, int limit);

    /** Records of one kind by their ids, those that are there; archives by the ids of their runs. */
    RunLogBatch read(RecordType type, Tenant tenant, Collection<String> ids);

    /** Some records of one kind, picked at random over the whole range. @param size 1 to 10,000 */
    RunLogBatch sample(RecordType type, Tenant tenant, TimeRange range, int size);

    long count(RecordType type, Tenant tenant, TimeRange range);

    /** When a reader finds what was written. */
    enum Visibility {
        /** When {@link RunLogTransfer#write} returns. */
        AT_ONCE,
        /** Within seconds. */
        SOON
    }
}
