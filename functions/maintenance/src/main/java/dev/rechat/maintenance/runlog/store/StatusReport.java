package dev.rechat.maintenance.runlog.store;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How all stores are.
 *
 * @param chosen the one that runs are recorded in
 * @param payloads of what is too large for a row
 */
@Serdeable
public record StatusReport(String chosen, String tenant, List<Store> stores, Payloads payloads) {

    public StatusReport {
        stores = List.copyOf(stores);
    }

    /** Whether the store that runs are recorded in answers. */
    public boolean chosenReachable() {
        return stores.stream().anyMatch(store -> store.name().equals(chosen) && store.reachable());
    }

    /** @param problem null when it answers */
    @Serdeable
    public record Payloads(boolean reachable, @Nullable String problem) {}

    /** @param problem null when nothing is wrong */
    @Serdeable
    public record Store(
            String name,
            boolean reachable,
            @Nullable String problem,
            @Nullable String product,
            List<Kind> kinds) {
        public Store {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * @param exact whether {@code count} is no estimate
     * @param bytes of all tenants; null where the server does not tell
     * @param behindSeconds how much older the newest record is than that of the chosen store; null of that one itself, and where
     *     one of them has none
     */
    @Serdeable
    public record Kind(
            String type,
            long count,
            boolean exact,
            @Nullable Long bytes,
            @Nullable Instant oldest,
            @Nullable Instant newest,
            @Nullable Long behindSeconds) {}
}
