package dev.rechat.runlog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.statistics.AverageInteraction;
import dev.rechat.runlog.statistics.DailyRuns;
import dev.rechat.runlog.statistics.DailyTerminals;
import dev.rechat.runlog.statistics.DailyTokenCost;
import dev.rechat.runlog.statistics.NodeFigures;
import dev.rechat.runlog.statistics.StatisticsQuery;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures agree with what anybody would count from the runs by hand. */
public abstract class StatisticsContract extends StoreContract {

    /** Hours around a change of the clocks in New York, and days on both sides. */
    private static final Instant START = Instant.parse("2026-03-05T00:00:00Z");

    private static final Duration SPAN = Duration.ofDays(6);

    private List<WorkflowRun> generated() {
        Random random = new Random(7);
        AppId second = new AppId(UUID.randomUUID());
        RunStatus[] states = RunStatus.values();
        List<WorkflowRun> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            // a third falls on edges of quarters of an hour, where days of some zone begin
            long millis = random.nextLong(SPAN.toMillis());
            Instant at = START.plusMillis(i % 3 == 0 ? millis / 900_000 * 900_000 - i % 2 : millis);
            all.add(samples.run(at)
                    .by("person-" + random.nextInt(5))
                    .status(states[random.nextInt(states.length)])
                    .tokens(random.nextInt(1000))
                    .app(random.nextInt(3) == 0 ? second : samples.app)
                    .from(random.nextInt(6) == 0 ? TriggeredFrom.WEBHOOK : TriggeredFrom.APP_RUN)
                    .get());
        }
        transfer().write(Samples.batch(all, List.of()), Visibility.AT_ONCE);
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTC", "Asia/Shanghai", "Asia/Kathmandu", "America/New_York", "Australia/Lord_Howe", "-09:30"})
    void agreeWithTheRunsInEveryZone(String zone) {
        List<WorkflowRun> all = generated();
        settle();

        for (TimeRange range : ranges()) {
            for (@Nullable AppId app : new @Nullable AppId[] {null, samples.app}) {
                check(all, new StatisticsQuery(samples.tenant, app, TriggeredFrom.APP_RUN, range, ZoneId.of(zone)));
            }
        }
    }

    private static List<TimeRange> ranges() {
        Instant day = START.plus(Duration.ofDays(2));
        return List.of(
                TimeRange.ALL,
                new TimeRange(day, day.plus(Duration.ofDays(2))),
                new TimeRange(
                        day.plusMillis(1_234_567),
                        day.plus(Duration.ofHours(30)).plusMillis(777)),
                new TimeRange(day.plusSeconds(60), day.plusSeconds(400)),
                TimeRange.since(START.plus(SPAN)),
                TimeRange.before(START.minusSeconds(5)),
                new TimeRange(day, day));
    }

    private void check(List<WorkflowRun> all, StatisticsQuery query) {
        Map<LocalDate, List<WorkflowRun>> days = all.stream()
                .filter(run -> run.triggeredFrom() == query.triggeredFrom())
                .filter(run -> query.appId() == null || run.appId().equals(query.appId()))
                .filter(run -> within(query.range(), run.createdAt()))
                .collect(Collectors.groupingBy(
                        run -> LocalDate.ofInstant(run.createdAt(), query.zone()), TreeMap::new, Collectors.toList()));

        assertThat(runs().dailyRuns(query))
                .as("%s", query)
                .isEqualTo(days.entrySet().stream()
                        .map(day -> new DailyRuns(day.getKey(), day.getValue().size()))
                        .toList());
        assertThat(runs().dailyTerminals(query))
                .isEqualTo(days.entrySet().stream()
                        .map(day -> new DailyTerminals(day.getKey(), people(day.getValue())))
                        .toList());
        assertThat(runs().dailyTokenCost(query))
                .isEqualTo(days.entrySet().stream()
                        .map(day -> new DailyTokenCost(
                                day.getKey(),
                                day.getValue().stream()
                                        .mapToLong(WorkflowRun::totalTokens)
                                        .sum()))
                        .toList());
        assertThat(runs().averageInteractions(query))
                .isEqualTo(days.entrySet().stream()
                        .map(day -> new AverageInteraction(
                                day.getKey(),
                                BigDecimal.valueOf(day.getValue().size())
                                        .divide(BigDecimal.valueOf(people(day.getValue())), 2, RoundingMode.HALF_EVEN)))
                        .toList());
    }

    private static boolean within(TimeRange range, Instant time) {
        Instant start = range.start();
        Instant end = range.end();
        return (start == null || !time.isBefore(start)) && (end == null || time.isBefore(end));
    }

    private static long people(List<WorkflowRun> runs) {
        return runs.stream().map(WorkflowRun::createdBy).distinct().count();
    }

    @Test
    void followRunsThatAreWrittenAndRemovedAfterwards() {
        List<WorkflowRun> all = new ArrayList<>(generated());
        settle();
        WorkflowRun late = samples.run(START.plusSeconds(3)).by("somebody new").get();
        runs().save(late);
        all.add(late);
        WorkflowRun gone = all.removeFirst();
        runs().delete(samples.tenant, List.of(gone.id()));
        StatisticsQuery query = new StatisticsQuery(
                samples.tenant, null, TriggeredFrom.APP_RUN, TimeRange.ALL, ZoneId.of("Europe/Berlin"));

        check(all, query);
        settle();
        check(all, query);
    }

    @Test
    void areNothingForAnotherTenant() {
        generated();
        StatisticsQuery query =
                new StatisticsQuery(new Samples().tenant, null, TriggeredFrom.APP_RUN, TimeRange.ALL, ZoneId.of("UTC"));

        assertThat(runs().dailyRuns(query)).isEmpty();
        assertThat(runs().failingNodes(query, 10)).isEmpty();
    }

    @Test
    void tellWhichNodesFailAndWhichAreSlow() {
        WorkflowRun run = samples.run(START).get();
        WorkflowRun hooked = samples.run(START).from(TriggeredFrom.WEBHOOK).get();
        List<NodeExecution> nodes = List.of(
                node(run, "a", 0, NodeStatus.FAILED, 100),
                node(run, "a", 1, NodeStatus.EXCEPTION, 300),
                node(run, "a", 2, NodeStatus.RUNNING, 0),
                node(run, "b", 3, NodeStatus.FAILED, 900),
                node(run, "b", 4, NodeStatus.SUCCEEDED, 500),
                node(run, "c", 5, NodeStatus.SUCCEEDED, 50),
                node(hooked, "d", 6, NodeStatus.FAILED, 5000));
        transfer().write(Samples.batch(List.of(run, hooked), nodes), Visibility.AT_ONCE);
        StatisticsQuery query = new StatisticsQuery(
                samples.tenant,
                samples.app,
                TriggeredFrom.APP_RUN,
                new TimeRange(START, START.plusSeconds(1)),
                ZoneId.of("UTC"));
        NodeFigures a = new NodeFigures(samples.app, "a", "llm", "Node a", 3, 2, 0.2, 0.3);
        NodeFigures b = new NodeFigures(samples.app, "b", "llm", "Node b", 2, 1, 0.7, 0.9);
        NodeFigures c = new NodeFigures(samples.app, "c", "llm", "Node c", 1, 0, 0.05, 0.05);

        assertThat(runs().failingNodes(query, 10)).containsExactly(a, b);
        assertThat(runs().failingNodes(query, 1)).containsExactly(a);
        assertThat(runs().slowestNodes(query, 10)).containsExactly(b, a, c);
    }

    private NodeExecution node(WorkflowRun run, String nodeId, int index, NodeStatus status, long millis) {
        return samples.node(run.id(), index, nodeId, START.plusMillis(index), status, Duration.ofMillis(millis));
    }
}
