package dev.rechat.benchmarks.runlog;

import dev.rechat.benchmarks.data.Words;
import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.run.RunPage;
import dev.rechat.runlog.run.RunQuery;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.statistics.StatisticsQuery;
import dev.rechat.runlog.store.RunLogStore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked of a store that is full: as the pages of the administration ask. */
final class Questions {

    private static final int PAGE = 20;
    private static final int NODES = 10;

    /** Days of it begin in the middle of hours of none of ours. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final RunHouse house;
    private final RunLogStore store;
    private final Asking asking;
    private final Tenant tenant;

    Questions(RunHouse house, RunLogStore store, Asking asking) {
        this.house = house;
        this.store = store;
        this.asking = asking;
        this.tenant = house.owner().tenant();
    }

    void pages() {
        RunQuery all = new RunQuery(tenant, null, Set.of(), null, null, TimeRange.ALL, null);
        Instant middle = house.start()
                .plusMillis((house.end().toEpochMilli() - house.start().toEpochMilli()) / 2);
        String deep = first(TimeRange.since(middle)).id();
        RunQuery filtered = RunQuery.of(tenant, app()).with(RunStatus.FAILED);
        String deepFiltered = store.runs()
                .findPage(filtered.within(TimeRange.before(middle)), 1, null)
                .data()
                .getFirst()
                .id();
        page("page of 20, the first", all, null);
        page("page of 20, half of all deep", all, deep);
        page("page of 20 of one app's failed runs, the first", filtered, null);
        page("page of 20 of one app's failed runs, half of all deep", filtered, deepFiltered);
        asking.ask("one run with its nodes", store.name(), round -> {
            WorkflowRun run = house.owner().run(number(round)).run();
            if (store.runs().find(tenant, run.id()).isEmpty()
                    || store.nodes().findByRun(tenant, run.appId(), run.id()).isEmpty()) {
                throw new IllegalStateException("a run that is not whole: " + run.id());
            }
        });
    }

    private void page(String title, RunQuery query, @Nullable String after) {
        asking.ask(title, store.name(), _ -> {
            RunPage page = store.runs().findPage(query, PAGE, after);
            if (page.data().isEmpty()) {
                throw new IllegalStateException("an empty page: " + title);
            }
        });
    }

    /** Another one each time, none of the months that may have gone, in no order. */
    private int number(int round) {
        int from = house.owner()
                .firstAt(RunHouse.start(house.begin().plusMonths(house.months().size() / 2)));
        return from + (int) (round * 7_919L % (house.runs() - from));
    }

    void searches() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("a common word", Talk.COMMON_ENGLISH);
        words.put("a rare word", Talk.RARE_ENGLISH);
        words.put("common Chinese", Words.COMMON);
        words.put("rare Chinese", Words.RARE);
        words.put("a word that is nowhere", Talk.ABSENT_ENGLISH);
        words.forEach((title, word) -> search("search, 1 % of the time: " + title, word, house.hundredth()));
        words.forEach((title, word) -> search("search, all: " + title, word, TimeRange.ALL));
    }

    private void search(String title, String word, TimeRange range) {
        RunQuery query = new RunQuery(tenant, null, Set.of(), null, null, range, word);
        asking.ask(title, store.name(), _ -> store.runs().findPage(query, PAGE, null));
    }

    void statistics(String how) {
        for (TimeRange range : List.of(house.hundredth(), TimeRange.ALL)) {
            String part = range.equals(TimeRange.ALL) ? "all" : "1 %";
            StatisticsQuery query = query(range);
            String of = how + ", " + part + ": ";
            asking.ask(of + "runs by day", store.name(), _ -> store.runs().dailyRuns(query));
            asking.ask(of + "people by day", store.name(), _ -> store.runs().dailyTerminals(query));
            asking.ask(of + "tokens by day", store.name(), _ -> store.runs().dailyTokenCost(query));
            asking.ask(
                    of + "runs per person and day",
                    store.name(),
                    _ -> store.runs().averageInteractions(query));
        }
    }

    void nodes(String how) {
        for (TimeRange range : List.of(house.hundredth(), TimeRange.ALL)) {
            String part = range.equals(TimeRange.ALL) ? "all" : "1 %";
            StatisticsQuery query = query(range);
            String of = how + ", " + part + ": ";
            asking.ask(of + "failures by node", store.name(), _ -> store.runs().failingNodes(query, NODES));
            asking.ask(of + "slowest nodes", store.name(), _ -> store.runs().slowestNodes(query, NODES));
        }
    }

    private StatisticsQuery query(TimeRange range) {
        return new StatisticsQuery(tenant, null, TriggeredFrom.APP_RUN, range, ZONE);
    }

    private AppId app() {
        return Graph.ALL.getFirst().app(house.owner());
    }

    private WorkflowRun first(TimeRange range) {
        return store.transfer()
                .read(RecordType.WORKFLOW_RUNS, tenant, range, null, 1)
                .runs()
                .getFirst();
    }
}
