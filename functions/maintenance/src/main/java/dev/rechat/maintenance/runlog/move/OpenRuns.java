package dev.rechat.maintenance.runlog.move;

import dev.rechat.maintenance.runlog.journey.Patience;
import dev.rechat.maintenance.runlog.kind.Kind;
import dev.rechat.maintenance.runlog.kind.Kinds;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.run.RunPage;
import dev.rechat.runlog.run.RunQuery;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs that had not ended when they were copied, however long ago they began (one may wait for a person for days): what has
 * become of them, of their executions and of their pauses is copied again.
 */
final class OpenRuns {

    private static final int PAGE = 200;

    private final MoveWish wish;
    private final Patience patience;
    private final Delivery delivery;
    private final List<MoveReport.Refusal> refused = new ArrayList<>();

    OpenRuns(MoveWish wish, Patience patience) {
        this.wish = wish;
        this.patience = patience;
        this.delivery = new Delivery(wish.to(), patience);
    }

    List<MoveReport.Refusal> refused() {
        return refused;
    }

    /** @return how many runs were behind */
    long follow(BooleanSupplier stop) {
        long behind = 0;
        for (RunStatus status : List.of(RunStatus.RUNNING, RunStatus.PAUSED)) {
            // Found before they are written: writing changes what the next page would be.
            List<WorkflowRun> open = open(status, stop);
            for (int i = 0; i < open.size() && !stop.getAsBoolean(); i += PAGE) {
                behind += copy(open.subList(i, Math.min(open.size(), i + PAGE)));
            }
        }
        return behind;
    }

    private List<WorkflowRun> open(RunStatus status, BooleanSupplier stop) {
        RunQuery query = new RunQuery(wish.tenant(), null, Set.of(), status, null, wish.range(), null);
        List<WorkflowRun> open = new ArrayList<>();
        @Nullable String last = null;
        boolean more = true;
        while (more && !stop.getAsBoolean()) {
            String after = last;
            RunPage page = patience.of(() -> wish.to().runs().findPage(query, PAGE, after));
            open.addAll(page.data());
            more = page.hasMore();
            last = more ? page.data().getLast().id() : null;
        }
        return open;
    }

    private long copy(List<WorkflowRun> copies) {
        List<String> ids = Kinds.RUNS.lookups(copies);
        Map<String, WorkflowRun> now = Kinds.RUNS.byLookup(patience.of(
                () -> Kinds.RUNS.of(wish.from().transfer().read(RecordType.WORKFLOW_RUNS, wish.tenant(), ids))));
        List<WorkflowRun> behind = copies.stream()
                .filter(copy -> {
                    WorkflowRun run = now.get(copy.id());
                    return run != null && !Kinds.RUNS.differences(run, copy).isEmpty();
                })
                .map(copy -> now.get(copy.id()))
                .toList();
        for (WorkflowRun run : behind) {
            copyRelated(run);
        }
        deliver(Kinds.RUNS, behind); // last: until then the run is found open, and looked at again
        return behind.size();
    }

    private void copyRelated(WorkflowRun run) {
        List<NodeExecution> nodes =
                patience.of(() -> wish.from().nodes().findByRun(run.tenant(), run.appId(), run.id()));
        deliver(Kinds.NODES, nodes);
        List<String> owners = Stream.concat(Stream.of(run.id()), Kinds.NODES.lookups(nodes).stream())
                .toList();
        deliver(Kinds.OFFLOADS, patience.of(() -> wish.from().nodes().findOffloads(run.tenant(), owners)));
        deliver(
                Kinds.PAUSES,
                patience.of(() -> wish.from().runs().findPause(run.tenant(), run.id())).stream()
                        .toList());
    }

    private <R> void deliver(Kind<R> kind, List<R> records) {
        refused.addAll(delivery.write(kind, records, Visibility.AT_ONCE));
    }
}
