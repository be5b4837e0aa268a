package dev.rechat.maintenance.runlog.tidy;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.run.RelatedCounts;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What has gone of one store.
 *
 * @param due of a dry run: what there is, by kind
 * @param months whole months that went at once; their records are not among the counted ones
 * @param archived runs of which their figures were kept
 * @param files contents that were too large for a row
 * @param more whether it was to stop before its end
 */
@Serdeable
public record CleanupReport(
        String store,
        List<Due> due,
        long runs,
        long nodeExecutions,
        long offloads,
        long appLogs,
        long pauses,
        List<String> months,
        long archived,
        long files,
        boolean more) {

    public CleanupReport {
        due = List.copyOf(due);
        months = List.copyOf(months);
    }

    static CleanupReport due(String store, List<Due> due) {
        return of(store, due, RelatedCounts.NONE, 0, List.of(), 0, 0, false);
    }

    static CleanupReport of(
            String store,
            List<Due> due,
            RelatedCounts removed,
            long pauses,
            List<String> months,
            long archived,
            long files,
            boolean more) {
        return new CleanupReport(
                store,
                due,
                removed.runs(),
                removed.nodeExecutions(),
                removed.offloads(),
                removed.appLogs(),
                removed.pauses() + pauses,
                months,
                archived,
                files,
                more);
    }

    /** All that went and was counted. */
    public long removed() {
        return runs + nodeExecutions + offloads + appLogs + pauses;
    }

    /** How many there are of one kind. */
    @Serdeable
    public record Due(String type, long count) {

        static Due of(RecordType type, long count) {
            return new Due(type.wire(), count);
        }
    }
}
