package dev.rechat.benchmarks.runlog;

import dev.rechat.runlog.store.StoreName;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The figures of both stores side by side, and whoever wants to hear each as it is found. */
final class Sheet {

    private final Map<String, Map<StoreName, String>> rows = new LinkedHashMap<>();
    private final Consumer<String> tell;

    Sheet(Consumer<String> tell) {
        this.tell = tell;
    }

    void put(String title, StoreName store, String figure) {
        rows.computeIfAbsent(title, _ -> new EnumMap<>(StoreName.class)).put(store, figure);
        tell.accept("  %s: %s: %s".formatted(store.wire(), title, figure));
    }

    void rate(String title, StoreName store, long records, long nanos) {
        put(title, store, String.format(Locale.ROOT, "%,.0f", perSecond(records, nanos)));
    }

    static double perSecond(long records, long nanos) {
        return records * 1e9 / Math.max(1, nanos);
    }

    /** @return whether there is none */
    boolean isEmpty() {
        return rows.isEmpty();
    }

    void each(List<StoreName> stores, BiConsumer<String, List<String>> use) {
        rows.forEach((title, figures) -> use.accept(
                title,
                stores.stream().map(store -> figures.getOrDefault(store, "–")).toList()));
    }
}
