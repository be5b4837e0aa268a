package dev.rechat.usage.report;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.usage.UsageCost;
import dev.rechat.persistence.usage.UsageCount;
import dev.rechat.persistence.usage.UsageDimension;
import dev.rechat.persistence.usage.UsageFilter;
import dev.rechat.persistence.usage.UsageGroup;
import dev.rechat.persistence.usage.UsagePlace;
import dev.rechat.persistence.usage.UsageReports;
import dev.rechat.persistence.usage.UsageSums;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reports of usage. What one answer tells is of one moment: its sums agree with each other while turns go on ending. */
@Singleton
public class UsageReport {

    private static final UsageGroup ALL = new UsageGroup(null, null, null);

    private final UsageReports reports;
    private final Labels labels;

    UsageReport(UsageReports reports, Labels labels) {
        this.reports = reports;
        this.labels = labels;
    }

    /** A row and where it stands. */
    public record Placed(UsagePlace place, UsageRow row) {}

    /** All of it as one row, and how many people and apps there are in it. */
    public record Total(UsageRow row, long people, long apps) {}

    /** At most so many rows after a place; two hundred at most. @param after null to begin at the beginning */
    @Transactional(readOnly = true)
    public List<Placed> page(UsageQuestion question, @Nullable UsagePlace after, int limit) {
        UsageFilter filter = question.filter();
        Set<UsageDimension> by = question.by();
        List<UsageSums> rows = reports.page(filter, by, question.sort(), after, limit);
        if (rows.isEmpty()) {
            return List.of();
        }
        List<UsageGroup> groups = rows.stream().map(UsageSums::group).toList();
        Map<UsageGroup, List<UsageCost>> costs =
                reports.costs(filter, by, groups).stream().collect(Collectors.groupingBy(UsageCost::group));
        Map<UsageGroup, List<UsageCount>> counts =
                reports.counts(filter, by, groups).stream().collect(Collectors.groupingBy(UsageCount::group));
        Labels.Known names = names(groups);
        return rows.stream()
                .map(row -> new Placed(
                        new UsagePlace(question.sort().of(row.figures()), row.group()),
                        row(
                                row,
                                names,
                                costs.getOrDefault(row.group(), List.of()),
                                counts.getOrDefault(row.group(), List.of()))))
                .toList();
    }

    @Transactional(readOnly = true)
    public Total total(UsageFilter filter) {
        List<UsageSums> sums = reports.total(filter);
        if (sums.isEmpty()) {
            return new Total(
                    new UsageRow(null, null, null, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), null, List.of()), 0, 0);
        }
        List<Long> breadth = reports.breadth(filter);
        UsageRow row = row(
                sums.getFirst(),
                names(List.of()),
                reports.costs(filter, Set.of(), List.of(ALL)),
                reports.counts(filter, Set.of(), List.of(ALL)));
        return new Total(row, breadth.get(0), breadth.get(1));
    }

    private Labels.Known names(List<UsageGroup> groups) {
        return labels.of(
                groups.stream().map(UsageGroup::app).filter(Objects::nonNull).collect(Collectors.toSet()),
                groups.stream().map(UsageGroup::user).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private static UsageRow row(UsageSums row, Labels.Known names, List<UsageCost> costs, List<UsageCount> counts) {
        UsageGroup group = row.group();
        AppId app = group.app();
        UserId user = group.user();
        List<Money> cost = costs.stream()
                .filter(each -> each.price().compareTo(BigDecimal.ZERO) != 0)
                .map(each -> Money.of(each.currency(), each.price()))
                .toList();
        return UsageRow.of(
                group.day() == null ? null : group.day().toString(),
                app == null ? null : names.app(app),
                user == null ? null : names.person(user),
                row.figures(),
                cost,
                Percentiles.of(counts),
                Failure.of(counts));
    }
}
