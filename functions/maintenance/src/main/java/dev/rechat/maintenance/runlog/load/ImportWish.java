package dev.rechat.maintenance.runlog.load;

import dev.rechat.maintenance.runlog.journey.Journeys;
import dev.rechat.persistence.app.App;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.store.RunLogStore;

/**
 * Which runs are to be loaded, and where to.
 *
 * @param perSecond how many runs Dify is asked for in a second at most
 * @param restart forget how far an earlier attempt came
 */
public record ImportWish(RunLogStore to, Tenant tenant, App app, TimeRange range, int perSecond, boolean restart) {

    public static final int MOST_PER_SECOND = 1_000;

    public ImportWish {
        if (perSecond < 1 || perSecond > MOST_PER_SECOND) {
            throw new IllegalArgumentException("Dify is asked for 1 to 1,000 runs in a second");
        }
    }

    String key() {
        return "import:%s:%s:%s".formatted(to.name().wire(), app.id(), Journeys.span(range));
    }
}
