package dev.rechat.maintenance.settings;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long things are kept that no setting of the house is about.
 *
 * @param orphansAfter how long after the end of its lease a turn is left to whoever comes back for it
 * @param uploadsKept how long uploads wait for their question
 * @param budgetsKept how long it can be looked up what turns took of budgets, counted from the end of a period
 * @param openRunsAfter how long a run may be open before Dify is asked how it ended
 * @param openRunsGivenUp how long a run may be open before it is taken for cut, whatever Dify says
 * @param pausesKept how long pauses of runs are kept, and what was known of the runs then
 * @param runsKept how long runs of tasks can be looked up
 */
@ConfigurationProperties("rechat.maintenance")
public record MaintenanceConfiguration(
        @Bindable(defaultValue = "1h") Duration orphansAfter,
        @Bindable(defaultValue = "48h") Duration uploadsKept,
        @Bindable(defaultValue = "400d") Duration budgetsKept,
        @Bindable(defaultValue = "2h") Duration openRunsAfter,
        @Bindable(defaultValue = "30d") Duration openRunsGivenUp,
        @Bindable(defaultValue = "90d") Duration pausesKept,
        @Bindable(defaultValue = "90d") Duration runsKept) {}
