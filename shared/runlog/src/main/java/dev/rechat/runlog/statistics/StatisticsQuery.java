package dev.rechat.runlog.statistics;

import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.run.TriggeredFrom;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Of which runs the figures are wanted: every status counts.
 *
 * @param appId null for all apps
 * @param zone whose days are counted
 */
public record StatisticsQuery(
        Tenant tenant, @Nullable AppId appId, TriggeredFrom triggeredFrom, TimeRange range, ZoneId zone) {}
