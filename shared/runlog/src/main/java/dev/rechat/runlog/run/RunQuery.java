package dev.rechat.runlog.run;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are wanted. What is null or empty does not filter.
 *
 * @param triggeredFrom any of these
 * @param text words that inputs, outputs or error must all contain; how words are found is the store's, and told by
 *     {@link dev.rechat.runlog.store.WorkflowRunRepository#search()}
 * @param source how it was asked for, as its {@link AppLog} says; a run without one has none
 */
public record RunQuery(
        Tenant tenant,
        @Nullable AppId appId,
        Set<TriggeredFrom> triggeredFrom,
        @Nullable RunStatus status,
        @Nullable String createdBy,
        TimeRange createdAt,
        @Nullable String text,
        @Nullable AppLogSource source) {

    public RunQuery {
        triggeredFrom = Set.copyOf(triggeredFrom);
    }

    /** However it was asked for. */
    public RunQuery(
            Tenant tenant,
            @Nullable AppId appId,
            Set<TriggeredFrom> triggeredFrom,
            @Nullable RunStatus status,
            @Nullable String createdBy,
            TimeRange createdAt,
            @Nullable String text) {
        this(tenant, appId, triggeredFrom, status, createdBy, createdAt, text, null);
    }

    public static RunQuery of(Tenant tenant, AppId app) {
        return new RunQuery(tenant, app, Set.of(), null, null, TimeRange.ALL, null);
    }

    public RunQuery with(RunStatus wanted) {
        return new RunQuery(tenant, appId, triggeredFrom, wanted, createdBy, createdAt, text, source);
    }

    public RunQuery from(Set<TriggeredFrom> wanted) {
        return new RunQuery(tenant, appId, wanted, status, createdBy, createdAt, text, source);
    }

    public RunQuery within(TimeRange range) {
        return new RunQuery(tenant, appId, triggeredFrom, status, createdBy, range, text, source);
    }

    public RunQuery containing(String words) {
        return new RunQuery(tenant, appId, triggeredFrom, status, createdBy, createdAt, words, source);
    }

    public RunQuery through(AppLogSource wanted) {
        return new RunQuery(tenant, appId, triggeredFrom, status, createdBy, createdAt, text, wanted);
    }
}
