package dev.rechat.maintenance.lambda;

import dev.rechat.maintenance.runlog.compare.ComparisonWish;
import dev.rechat.maintenance.runlog.compare.RunLogComparison;
import dev.rechat.maintenance.runlog.load.ImportWish;
import dev.rechat.maintenance.runlog.load.RunLogImport;
import dev.rechat.maintenance.runlog.move.MoveReport;
import dev.rechat.maintenance.runlog.move.MoveWatch;
import dev.rechat.maintenance.runlog.move.MoveWish;
import dev.rechat.maintenance.runlog.move.RunLogMove;
import dev.rechat.maintenance.runlog.store.StoreStatus;
import dev.rechat.maintenance.runlog.tidy.Cleanup;
import dev.rechat.maintenance.runlog.tidy.CleanupReport;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.StoreName;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Does what an event wants done to run logs, until the function's time is over; the same event again goes on. */
record RunLogErrand(ApplicationContext context, BooleanSupplier stop) {

    /**
     * Does it.
     *
     * @return a report that can be written as JSON
     * @throws IllegalArgumentException when the wish does not fit what there is
     */
    Object run(RunLogWish wish) {
        return switch (wish) {
            case RunLogWish.Status _ -> context.getBean(StoreStatus.class).report();
            case RunLogWish.Migrate migrate -> move(migrate);
            case RunLogWish.Validate validate ->
                context.getBean(RunLogComparison.class)
                        .compare(
                                new ComparisonWish(
                                        store(validate.left()),
                                        store(validate.right()),
                                        tenant(validate.tenant()),
                                        validate.range(),
                                        validate.types(),
                                        validate.sample()),
                                stop,
                                RunLogComparison.Watch.NONE);
            case RunLogWish.Cleanup cleanup -> cleanup(cleanup);
            case RunLogWish.Import load -> load(load);
        };
    }

    private MoveReport move(RunLogWish.Migrate wish) {
        MoveWish move = new MoveWish(
                store(wish.from()),
                store(wish.to()),
                tenant(wish.tenant()),
                wish.range(),
                wish.types(),
                wish.batchSize(),
                wish.restart());
        RunLogMove mover = context.getBean(RunLogMove.class);
        return wish.dryRun() ? mover.count(move) : mover.move(move, stop, MoveWatch.NONE);
    }

    private CleanupReport cleanup(RunLogWish.Cleanup wish) {
        Instant day = wish.before();
        Instant before =
                day == null ? context.getBean(Clock.class).instant().minus(Duration.ofDays(wish.olderThanDays())) : day;
        StoreName name = wish.store();
        RunLogStore store = name == null ? stores().chosen() : store(name);
        Cleanup cleanup = new Cleanup(
                store,
                stores().besides(store),
                context.getBean(PayloadStore.class),
                stores().tenant(),
                before,
                wish.archive());
        if (wish.dryRun()) {
            return cleanup.due();
        }
        boolean more = true;
        while (more && !stop.getAsBoolean()) {
            more = cleanup.next();
        }
        return cleanup.report();
    }

    private Object load(RunLogWish.Import wish) {
        App app = context.getBean(AppRepository.class)
                .findBySlug(wish.app())
                .orElseThrow(() -> new IllegalArgumentException("there is no app of that name"));
        return context.getBean(RunLogImport.class)
                .load(
                        new ImportWish(
                                stores().chosen(),
                                stores().tenant(),
                                app,
                                wish.range(),
                                wish.perSecond(),
                                wish.restart()),
                        stop,
                        done -> {});
    }

    private RunLogStores stores() {
        return context.getBean(RunLogStores.class);
    }

    private RunLogStore store(StoreName name) {
        return stores().find(name)
                .orElseThrow(() -> new IllegalArgumentException("the store " + name.wire() + " is not configured"));
    }

    private Tenant tenant(@Nullable Tenant given) {
        return given == null ? stores().tenant() : given;
    }
}
