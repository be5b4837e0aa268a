package dev.rechat.admin.usage;

import dev.rechat.persistence.usage.UsageFilter;
import dev.rechat.usage.report.UsageReport;
import dev.rechat.usage.report.UsageRow;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/**
 * All of some days.
 *
 * @param people who have asked anything
 * @param apps that were asked
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record UsageSummary(UsageRow total, long people, long apps, String from, String to, String timeZone) {

    static UsageSummary of(UsageReport.Total total, UsageFilter filter, String timeZone) {
        return new UsageSummary(
                total.row(),
                total.people(),
                total.apps(),
                filter.from().toString(),
                filter.to().toString(),
                timeZone);
    }
}
