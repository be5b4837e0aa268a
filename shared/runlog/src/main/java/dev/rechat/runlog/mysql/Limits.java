package dev.rechat.runlog.mysql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How much one statement is about. */
final class Limits {

    private static final int MOST = 10_000;

    /** Ids in one statement. */
    private static final int TOGETHER = 1_000;

    private Limits() {}

    /** @throws IllegalArgumentException when it is not 1 to 10,000 */
    static void check(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " records at once: " + limit);
        }
    }

    /** Different ids, as many at a time as one statement takes; nothing for none. */
    static List<List<String>> parts(Collection<String> ids) {
        List<String> distinct = ids.stream().distinct().sorted().toList();
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += TOGETHER) {
            parts.add(distinct.subList(from, Math.min(distinct.size(), from + TOGETHER)));
        }
        return parts;
    }
}
