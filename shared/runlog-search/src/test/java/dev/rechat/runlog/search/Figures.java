package dev.rechat.runlog.search;

import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.runlog.statistics.StatisticsQuery;
import java.time.ZoneId;
import java.util.List;

/** Questions for figures. */
final class Figures {

    private Figures() {}

    static StatisticsQuery query(String zone) {
        return new StatisticsQuery(Samples.TENANT, Samples.APP, TriggeredFrom.APP_RUN, TimeRange.ALL, ZoneId.of(zone));
    }

    static List<String> days(SearchRunLogStore store, String zone) {
        return store.runs().dailyRuns(query(zone)).stream()
                .map(day -> day.date() + ": " + day.runs())
                .toList();
    }
}
