package dev.rechat.runlog.run;

import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which ended runs a walk through time visits, oldest first.
 *
 * @param after the last one seen; strictly later ones follow; null to begin
 * @param types null for all; none of them for an empty set
 * @param workflowIds empty for all
 */
public record EndedRuns(
        Tenant tenant,
        TimeRange range,
        @Nullable RecordKey after,
        @Nullable Set<RunType> types,
        Set<String> workflowIds) {

    public EndedRuns {
        types = types == null ? null : Set.copyOf(types);
        workflowIds = Set.copyOf(workflowIds);
    }
}
