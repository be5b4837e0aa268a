package dev.rechat.runlog.search.repository;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Many ids, so many at a time. */
final class Batches {

    private Batches() {}

    static List<List<String>> of(Collection<String> ids, int size) {
        List<String> all = ids.stream().distinct().toList();
        List<List<String>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            batches.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return batches;
    }
}
