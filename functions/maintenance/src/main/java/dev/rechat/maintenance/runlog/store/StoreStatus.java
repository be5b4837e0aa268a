package dev.rechat.maintenance.runlog.store;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.payload.PayloadKey;
import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.runlog.store.StoreName;
import dev.rechat.runlog.store.StoreReport;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the stores are that are configured. */
@Singleton
public final class StoreStatus {

    private final RunLogStores stores;
    private final PayloadStore payloads;

    StoreStatus(RunLogStores stores, PayloadStore payloads) {
        this.stores = stores;
        this.payloads = payloads;
    }

    /** How they are; a store that does not answer is told of, it does not fail. */
    public StatusReport report() {
        List<StoreReport> reports = stores.all().stream()
                .map(store -> store.report(stores.tenant()))
                .toList();
        StoreName chosen = stores.chosen().name();
        Optional<StoreReport> first =
                reports.stream().filter(report -> report.store() == chosen).findFirst();
        return new StatusReport(
                chosen.wire(),
                stores.tenant().id(),
                reports.stream()
                        .map(report -> store(report, report.store() == chosen ? null : first.orElse(null)))
                        .toList(),
                payloads());
    }

    /** Asks for one that nobody keeps. Whether it takes any is seen by the first that it should. */
    private StatusReport.Payloads payloads() {
        try {
            payloads.find(PayloadKey.of(stores.tenant(), "status", "nothing"));
            return new StatusReport.Payloads(true, null);
        } catch (RunLogUnavailableException away) {
            return new StatusReport.Payloads(false, away.getMessage());
        }
    }

    private static StatusReport.Store store(StoreReport report, @Nullable StoreReport first) {
        return new StatusReport.Store(
                report.store().wire(),
                report.reachable(),
                report.problem(),
                report.product(),
                report.kinds().stream()
                        .map(kind -> kind(kind, newest(first, kind.type())))
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
