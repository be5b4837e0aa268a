package dev.rechat.admin.runlog;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.runlog.statistics.NodeFigures;
import dev.rechat.runlog.statistics.StatisticsQuery;
import dev.rechat.runlog.store.WorkflowRunRepository;
import dev.rechat.usage.report.Labels;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures of runs and their nodes, as the store counts them. */
@Singleton
final class RunFigures {

    /** As many as a page shows without scrolling far. */
    private static final int NODES = 10;

    private final RunLogs logs;
    private final Labels labels;

    RunFigures(RunLogs logs, Labels labels) {
        this.logs = logs;
        this.labels = labels;
    }

    StatisticsView of(StatisticsRange.Days days, @Nullable AppId app, TriggeredFrom trigger) {
        WorkflowRunRepository runs = logs.store().runs();
        var query = new StatisticsQuery(logs.tenant(), app, trigger, days.range(), days.zone());
        List<NodeFigures> failing = runs.failingNodes(query, NODES);
        List<NodeFigures> slowest = runs.slowestNodes(query, NODES);
        Labels.Known names = labels.of(
                Stream.concat(failing.stream(), slowest.stream())
                        .map(NodeFigures::appId)
                        .toList(),
                List.of());
        return new StatisticsView(
                days.from().toString(),
                days.until().toString(),
                days.zone().getId(),
                runs.dailyRuns(query),
                runs.dailyTerminals(query),
                runs.dailyTokenCost(query),
                runs.averageInteractions(query),
                failing.stream().map(node -> NodeFigure.of(node, names)).toList(),
                slowest.stream().map(node -> NodeFigure.of(node, names)).toList());
    }
}
