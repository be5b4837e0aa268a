package dev.rechat.runlog.search.repository;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.run.RunCounts;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.runlog.search.client.Json;
import dev.rechat.runlog.search.index.Fields;
import dev.rechat.runlog.search.index.Queries;
import dev.rechat.runlog.search.index.Searches;
import io.micronaut.json.tree.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many runs there are, by status. */
final class RunNumbers {

    private final Searches searches;
    private final Clock clock;

    RunNumbers(Searches searches, Clock clock) {
        this.searches = searches;
        this.clock = clock;
    }

    RunCounts count(
            Tenant tenant,
            AppId app,
            Set<TriggeredFrom> triggeredFrom,
            @Nullable RunStatus status,
            @Nullable Duration last) {
        Queries conditions = Queries.of(tenant).is("app_id", app.toString());
        if (!triggeredFrom.isEmpty()) {
            conditions.in("triggered_from", RunSearch.wires(triggeredFrom));
        }
        if (status != null) {
            conditions.is("status", status.wire());
        }
        if (last != null) {
            conditions.within("created_at", TimeRange.since(clock.instant().minus(last)));
        }
        Map<RunStatus, Long> numbers = new EnumMap<>(RunStatus.class);
        var groups = searches.groups(
                RecordType.WORKFLOW_RUNS,
                tenant,
                conditions.build(),
                Json.node(List.of(Json.object("status", Json.object("terms", Json.object("field", "status"))))),
                null);
        while (groups.hasNext()) {
            JsonNode group = groups.next();
            numbers.put(
                    RunStatus.of(Fields.text(Fields.member(group, "key"), "status")),
                    Fields.number(group, "doc_count"));
        }
        return new RunCounts(
                numbers.values().stream().mapToLong(Long::longValue).sum(),
                numbers.getOrDefault(RunStatus.RUNNING, 0L),
                numbers.getOrDefault(RunStatus.SUCCEEDED, 0L),
                numbers.getOrDefault(RunStatus.FAILED, 0L),
                numbers.getOrDefault(RunStatus.STOPPED, 0L),
                numbers.getOrDefault(RunStatus.PARTIAL_SUCCEEDED, 0L));
    }
}
