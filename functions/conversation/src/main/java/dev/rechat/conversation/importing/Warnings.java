package dev.rechat.conversation.importing;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts what could not be kept. */
final class Warnings {

    private final Map<Warning, Integer> counts = new EnumMap<>(Warning.class);

    void add(Warning warning) {
        add(warning, 1);
    }

    void add(Warning warning, int count) {
        if (count > 0) {
            counts.merge(warning, count, Integer::sum);
        }
    }

    Warnings copy() {
        Warnings copy = new Warnings();
        counts.forEach(copy::add);
        return copy;
    }

    List<ImportResult.Left> told() {
        return counts.entrySet().stream()
                .map(each -> new ImportResult.Left(
                        each.getKey().name().toLowerCase(Locale.ROOT), each.getValue(), each.getKey().message))
                .toList();
    }
}
