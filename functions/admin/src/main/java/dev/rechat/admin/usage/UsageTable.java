package dev.rechat.admin.usage;

import dev.rechat.persistence.usage.DailyUsage;
import dev.rechat.persistence.usage.UsageCount;
import dev.rechat.persistence.usage.UsageDimension;
import dev.rechat.persistence.usage.UsageFilter;
import dev.rechat.persistence.usage.UsageGroup;
import dev.rechat.persistence.usage.UsageReports;
import dev.rechat.usage.report.Labels;
import dev.rechat.web.csv.CsvDocument;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table of days, apps and people. There is a line for each currency, so that every column of figures can be added up;
 * what is known of day, app and person as a whole stands in the first of these lines.
 */
@Singleton
class UsageTable {

    private static final int ROWS = 500;

    private static final Set<UsageDimension> ALL = EnumSet.allOf(UsageDimension.class);

    private final UsageReports reports;
    private final Labels labels;

    UsageTable(UsageReports reports, Labels labels) {
        this.reports = reports;
        this.labels = labels;
    }

    CsvDocument<UsageLine> document(UsageFilter filter) {
        return new CsvDocument<>(UsageLine.HEADER, last -> page(filter, last), UsageLine::cells);
    }

    /** The lines after one, in order. */
    @Transactional(readOnly = true)
    List<UsageLine> page(UsageFilter filter, @Nullable UsageLine last) {
        List<DailyUsage> days =
                reports.days(filter, last == null ? null : last.usage().day(), ROWS);
        if (days.isEmpty()) {
            return List.of();
        }
        Set<UsageGroup> groups = days.stream().map(DailyUsage::group).collect(Collectors.toSet());
        Map<UsageGroup, List<UsageCount>> counts =
                reports.counts(filter, ALL, groups).stream().collect(Collectors.groupingBy(UsageCount::group));
        Labels.Known names = labels.of(
                days.stream().map(day -> day.day().app()).collect(Collectors.toSet()),
                days.stream().map(day -> day.day().user()).collect(Collectors.toSet()));
        List<UsageLine> lines = new ArrayList<>(days.size());
        UsageGroup before = last == null ? null : last.usage().group();
        for (DailyUsage day : days) {
            UsageGroup group = day.group();
            lines.add(new UsageLine(
                    day,
                    names.app(day.day().app()),
                    names.person(day.day().user()),
                    group.equals(before) ? List.of() : counts.getOrDefault(group, List.of())));
            before = group;
        }
        return lines;
    }
}
