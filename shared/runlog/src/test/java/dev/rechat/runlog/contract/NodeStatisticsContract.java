package dev.rechat.runlog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.statistics.NodeFigures;
import dev.rechat.runlog.statistics.StatisticsQuery;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Figures of nodes agree with what anybody would count by hand from the executions of the runs that are meant. */
public abstract class NodeStatisticsContract extends StoreContract {

    private static final Instant START = Instant.parse("2026-01-27T00:00:00Z");

    private static final Duration SPAN = Duration.ofDays(9);

    private static final List<NodeStatus> ENDED = List.of(
            NodeStatus.SUCCEEDED, NodeStatus.FAILED, NodeStatus.EXCEPTION, NodeStatus.STOPPED, NodeStatus.RETRY);

    private final AppId second = new AppId(UUID.randomUUID());
    private final Random random = new Random(11);
    private final Map<String, WorkflowRun> runs = new LinkedHashMap<>();
    private final List<NodeExecution> nodes = new ArrayList<>();

    private void generate() {
        for (int i = 0; i < 150; i++) {
            // some on the edges of days; none on the sixth day
            Instant at = START.plusMillis(
                    random.nextLong(SPAN.toMillis()) / (i % 5 == 0 ? 86_400_000 : 1) * (i % 5 == 0 ? 86_400_000 : 1));
            if (at.isBefore(START.plus(Duration.ofDays(5))) || !at.isBefore(START.plus(Duration.ofDays(6)))) {
                WorkflowRun run = samples.run(at)
                        .from(i % 7 == 0 ? TriggeredFrom.WEBHOOK : TriggeredFrom.APP_RUN)
                        .app(random.nextInt(3) == 0 ? second : samples.app)
                        .get();
                runs.put(run.id(), run);
                for (int index = 1; index <= random.nextInt(5); index++) {
                    nodes.add(node(run, index));
                }
            }
        }
        transfer().write(Samples.batch(List.copyOf(runs.values()), nodes), Visibility.AT_ONCE);
    }

    /** One in six comes days after its run, which had paused. */
    private NodeExecution node(WorkflowRun run, int index) {
        Duration after = Duration.ofMillis(random.nextLong(60_000));
        return samples.node(
                run.appId(),
                run.id(),
                index,
                "node-" + random.nextInt(6),
                "Title " + random.nextInt(1_000_000),
                run.createdAt()
                        .plus(after)
                        .plus(random.nextInt(6) == 0 ? Duration.ofDays(random.nextInt(40)) : Duration.ZERO),
                NodeStatus.values()[random.nextInt(NodeStatus.values().length)],
                Duration.ofMillis(random.nextLong(100_000)));
    }

    @Test
    void agreeWithTheExecutionsOfTheRunsOfAnyTime() {
        generate();
        settle();

        check(TimeRange.ALL);
        check(new TimeRange(START.plus(Duration.ofDays(2)), START.plus(Duration.ofDays(4))));
        check(new TimeRange(START.plus(Duration.ofDays(2)), START.plus(Duration.ofDays(2))));
        check(new TimeRange(START.plusSeconds(1), START.plusSeconds(2)));
        check(TimeRange.before(START));
        for (int i = 0; i < 12; i++) {
            Instant from = START.plusMillis(random.nextLong(SPAN.toMillis()));
            check(TimeRange.since(from));
            check(TimeRange.before(from));
            check(new TimeRange(from, from.plusMillis(random.nextLong(SPAN.toMillis()))));
        }
    }

    @Test
    void followNodesThatAreWrittenAndRemovedAfterwards() {
        generate();
        settle();
        WorkflowRun paused = List.copyOf(runs.values()).getFirst();
        NodeExecution late = samples.node(
                paused.appId(),
                paused.id(),
                9,
                "node-late",
                "Late",
                paused.createdAt().plus(Duration.ofDays(3)),
                NodeStatus.FAILED,
                Duration.ofSeconds(1));
        nodes().save(late);
        nodes.add(late);
        check(TimeRange.ALL);
        settle();
        check(TimeRange.ALL);

        NodeExecution gone = nodes.removeFirst();
        nodes().delete(samples.tenant, List.of(gone.id()));
        check(TimeRange.ALL);
        settle();
        check(TimeRange.ALL);

        String emptied = nodes.getFirst().workflowRunId();
        nodes().deleteByRuns(samples.tenant, List.of(String.valueOf(emptied)));
        nodes.removeIf(node -> String.valueOf(emptied).equals(node.workflowRunId()));
        check(TimeRange.ALL);
    }

    @Test
    void followRunsThatComeAfterTheirNodesAndGoBeforeThem() {
        generate();
        settle();
        WorkflowRun run = samples.run(START.plus(Duration.ofHours(30))).get();
        NodeExecution early = samples.node(run.id(), 1, run.createdAt().plusSeconds(1), NodeStatus.FAILED);
        nodes().save(early);
        settle();
        check(TimeRange.ALL);

        runs().save(run);
        runs.put(run.id(), run);
        nodes.add(early);
        check(TimeRange.ALL);
        settle();
        check(TimeRange.ALL);

        runs().delete(samples.tenant, List.of(run.id()));
        runs.remove(run.id());
        check(TimeRange.ALL);
        settle();
        check(TimeRange.ALL);
    }

    private void check(TimeRange range) {
        for (@Nullable AppId app : new @Nullable AppId[] {null, samples.app}) {
            for (TriggeredFrom from : List.of(TriggeredFrom.APP_RUN, TriggeredFrom.WEBHOOK)) {
                check(new StatisticsQuery(samples.tenant, app, from, range, ZoneOffset.UTC));
            }
        }
    }

    private void check(StatisticsQuery query) {
        List<NodeFigures> all = counted(query);
        Comparator<NodeFigures> byName = Comparator.comparing(
                        (NodeFigures node) -> node.appId().toString())
                .thenComparing(NodeFigures::nodeId);
        equal(
                query,
                runs().failingNodes(query, 100),
                all.stream()
                        .filter(node -> node.failures() > 0)
                        .sorted(Comparator.comparingLong(NodeFigures::failures)
                                .reversed()
                                .thenComparing(byName))
                        .toList());
        equal(
                query,
                runs().slowestNodes(query, 100),
                all.stream()
                        .filter(node -> node.longestSeconds() >= 0)
                        .sorted(Comparator.comparingDouble(NodeFigures::averageSeconds)
                                .reversed()
                                .thenComparing(byName))
                        .toList());
    }

    private static void equal(StatisticsQuery query, List<NodeFigures> told, List<NodeFigures> counted) {
        assertThat(told)
                .as("%s", query)
                .usingRecursiveComparison(RecursiveComparisonConfiguration.builder()
                        .withComparatorForType(
                                (left, right) -> Math.abs(left - right) < 0.000_01 ? 0 : Double.compare(left, right),
                                Double.class)
                        .build())
                .isEqualTo(counted.stream().map(NodeStatisticsContract::told).toList());
    }

    /** Where none has ended there is no longest: here that is less than nothing, told it is nothing. */
    private static NodeFigures told(NodeFigures node) {
        return new NodeFigures(
                node.appId(),
                node.nodeId(),
                node.nodeType(),
                node.title(),
                node.executions(),
                node.failures(),
                node.averageSeconds(),
                Math.max(0, node.longestSeconds()));
    }

    private List<NodeFigures> counted(StatisticsQuery query) {
        return nodes.stream()
                .filter(node -> isMeant(runs.get(String.valueOf(node.workflowRunId())), query))
                .collect(Collectors.groupingBy(node -> List.of(node.appId().toString(), node.nodeId())))
                .values()
                .stream()
                .map(NodeStatisticsContract::figures)
                .toList();
    }

    private static boolean isMeant(@Nullable WorkflowRun run, StatisticsQuery query) {
        Instant start = query.range().start();
        Instant end = query.range().end();
        return run != null
                && run.triggeredFrom() == query.triggeredFrom()
                && (query.appId() == null || run.appId().equals(query.appId()))
                && (start == null || !run.createdAt().isBefore(start))
                && (end == null || run.createdAt().isBefore(end));
    }

    private static NodeFigures figures(List<NodeExecution> ofOne) {
        NodeExecution newest = ofOne.stream()
                .max(Comparator.comparing(NodeExecution::createdAt))
                .orElseThrow();
        List<Double> took = ofOne.stream()
                .filter(node -> ENDED.contains(node.status()))
                .map(node -> node.elapsedTime().toMillis() / 1000.0)
                .toList();
        return new NodeFigures(
                newest.appId(),
                newest.nodeId(),
                newest.nodeType(),
                newest.title(),
                ofOne.size(),
                ofOne.stream()
                        .filter(node -> node.status() == NodeStatus.FAILED || node.status() == NodeStatus.EXCEPTION)
                        .count(),
                took.stream().mapToDouble(Double::doubleValue).average().orElse(0),
                took.stream().mapToDouble(Double::doubleValue).max().orElse(-1));
    }
}
