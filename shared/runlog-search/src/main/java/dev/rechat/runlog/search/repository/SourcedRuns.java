package dev.rechat.runlog.search.repository;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.runlog.search.index.Fields;
import dev.rechat.runlog.search.index.Hit;
import dev.rechat.runlog.search.index.Order;
import dev.rechat.runlog.search.index.Queries;
import dev.rechat.runlog.search.index.SearchIndices;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs that were asked for in one way. That stands in their logs, and a search server joins no indices: runs that else match are
 * gone through, many ids at a time, until those that are wanted are found.
 */
final class SourcedRuns {

    private static final int AT_A_TIME = 2_000;

    private final SearchIndices indices;

    SourcedRuns(SearchIndices indices) {
        this.indices = indices;
    }

    /** Newest first. */
    List<Hit> find(Tenant tenant, JsonNode conditions, AppLogSource source, @Nullable List<JsonNode> after, int limit) {
        List<Hit> found = new ArrayList<>();
        List<JsonNode> last = after;
        boolean more = true;
        while (more && found.size() < limit) {
            List<Hit> some = indices.searches()
                    .find(
                            RecordType.WORKFLOW_RUNS,
                            tenant,
                            conditions,
                            Order.NEWEST_FIRST,
                            last,
                            AT_A_TIME,
                            List.of("id"));
            found.addAll(of(tenant, some, source));
            more = some.size() == AT_A_TIME;
            last = some.isEmpty() ? last : some.getLast().sort();
        }
        return indices.documents().load(found.subList(0, Math.min(limit, found.size())));
    }

    /** Those of some runs, in their order. */
    List<Hit> of(Tenant tenant, List<Hit> runs, AppLogSource source) {
        if (runs.isEmpty()) {
            return List.of();
        }
        JsonNode logs = Queries.of(tenant)
                .in("workflow_run_id", runs.stream().map(SourcedRuns::idOf).toList())
                .is("created_from", source.wire())
                .build();
        Set<String> wanted = indices
                .searches()
                .find(
                        RecordType.APP_LOGS,
                        tenant,
                        logs,
                        Order.NEWEST_FIRST,
                        null,
                        Integer.MAX_VALUE,
                        List.of("workflow_run_id"))
                .stream()
                .map(hit -> Fields.text(hit.document(), "workflow_run_id"))
                .collect(Collectors.toSet());
        return runs.stream().filter(run -> wanted.contains(idOf(run))).toList();
    }

    private static String idOf(Hit run) {
        return Fields.text(run.document(), "id");
    }
}
