package dev.rechat.runlog.store;

import dev.rechat.runlog.RecordType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a store is.
 *
 * @param problem for operators, without secrets; null when it answers and nothing is wrong
 * @param product what the server calls itself, with its version; null when it does not answer
 * @param kinds by kind of record; empty when it does not answer
 */
public record StoreReport(
        StoreName store,
        boolean reachable,
        @Nullable String problem,
        @Nullable String product,
        List<Kind> kinds) {

    public StoreReport {
        kinds = List.copyOf(kinds);
    }

    /**
     * One kind of record.
     *
     * @param count may be the server's estimate where {@code exact} is false
     * @param bytes of all tenants, as the server tells it; null where it does not
     * @param newest of the tenant; how far a store lags behind another is the difference
     */
    public record Kind(
            RecordType type,
            long count,
            boolean exact,
            @Nullable Long bytes,
            @Nullable Instant oldest,
            @Nullable Instant newest) {}
}
