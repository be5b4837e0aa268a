package dev.rechat.maintenance.runlog.store;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.RunLogStore;
import dev.rechat.runlog.StoreName;
import dev.rechat.runlog.StoreReport;
import dev.rechat.runlog.Tenant;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stores that are configured, the chosen one first. */
@Singleton
public final class Stores {

    private final List<RunLogStore> stores;
    private final StoreName chosen;
    private final Tenant tenant;

    Stores(
            List<RunLogStore> stores,
            @Property(name = "rechat.runlog.store", defaultValue = "mysql") String chosen,
            @Property(name = "rechat.runlog.tenant", defaultValue = "rechat") String tenant) {
        this.chosen = StoreName.of(chosen);
        this.tenant = new Tenant(tenant);
        this.stores = stores.stream()
                .sorted(Comparator.comparing((RunLogStore store) -> store.name() != this.chosen)
                        .thenComparing(RunLogStore::name))
                .toList();
    }

    /** This installation. */
    public Tenant tenant() {
        return tenant;
    }

    public List<RunLogStore> all() {
        return stores;
    }

    /** Empty where it is not configured. */
    public Optional<RunLogStore> find(StoreName name) {
        return stores.stream().filter(store -> store.name() == name).findFirst();
    }

    /** The one that runs are recorded in. */
    public RunLogStore chosen() {
        return find(chosen)
                .orElseThrow(() -> new IllegalStateException("the store " + chosen.wire() + " is not configured"));
    }

    public boolean isChosen(RunLogStore store) {
        return store.name() == chosen;
    }

    /** How they are; a store that does not answer is told of, it does not fail. */
    public StatusReport report() {
        List<StoreReport> reports =
                stores.stream().map(store -> store.report(tenant)).toList();
        Optional<StoreReport> first =
                reports.stream().filter(report -> report.store() == chosen).findFirst();
        return new StatusReport(
                chosen.wire(),
                tenant.id(),
                reports.stream().map(report -> store(report, first.orElse(null))).toList());
    }

    private StatusReport.Store store(StoreReport report, @Nullable StoreReport first) {
        return new StatusReport.Store(
                report.store().wire(),
                report.reachable(),
                report.problem(),
                report.product(),
                report.kinds().stream()
                        .map(kind -> kind(kind, report.store() == chosen ? null : newest(first, kind.type())))
                        .toList());
    }

    private static StatusReport.Kind kind(StoreReport.Kind kind, @Nullable Instant ahead) {
        Instant newest = kind.newest();
        Long behind = newest == null || ahead == null
                ? null
                : (Long) Duration.between(newest, ahead).toSeconds();
        return new StatusReport.Kind(
                kind.type().wire(), kind.count(), kind.exact(), kind.bytes(), kind.oldest(), newest, behind);
    }

    private static @Nullable Instant newest(@Nullable StoreReport report, RecordType type) {
        return report == null
                ? null
                : report.kinds().stream()
                        .filter(kind -> kind.type() == type)
                        .findFirst()
                        .map(StoreReport.Kind::newest)
                        .orElse(null);
    }
}
