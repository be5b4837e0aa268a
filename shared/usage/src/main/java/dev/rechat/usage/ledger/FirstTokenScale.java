package dev.rechat.usage.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Times to the first token are counted on steps that grow by a tenth: the counts of days, apps and people add up, and a
 * percentile of the sum is known to within 5 % of the time that really stands at its rank. Below 20 ms each millisecond is a
 * step of its own.
 */
public final class FirstTokenScale {

    /** What takes longer counts as this long: a day. */
    private static final long LONGEST = 24L * 3600 * 1000;

    /** The last millisecond of each step. */
    private static final long[] ENDS = ends();

    private FirstTokenScale() {}

    private static long[] ends() {
        List<Long> ends = new ArrayList<>();
        for (long end = 0; end < LONGEST; end = Math.max(end + 1, end + end / 10)) {
            ends.add(end);
        }
        ends.add(LONGEST);
        return ends.stream().mapToLong(Long::longValue).toArray();
    }

    /** The step of a time, under the name it is kept under: the step's last millisecond. */
    public static String step(long ms) {
        return Long.toString(ENDS[index(ms)]);
    }

    /** The middle of a time's step: what percentiles tell in its place. */
    public static long told(long ms) {
        int index = index(ms);
        long first = index == 0 ? 0 : ENDS[index - 1] + 1;
        return (first + ENDS[index]) / 2;
    }

    private static int index(long ms) {
        int found = Arrays.binarySearch(ENDS, Math.clamp(ms, 0, LONGEST));
        return found >= 0 ? found : -found - 1;
    }

    /**
     * The time that so many of a hundred turns took at most (nearest rank); empty when there are none.
     *
     * @param counts of turns by step
     */
    public static Optional<Long> percentile(Map<String, Long> counts, int percent) {
        NavigableMap<Long, Long> ordered = new TreeMap<>();
        counts.forEach((step, turns) -> ordered.merge(Long.valueOf(step), turns, Long::sum));
        long all = ordered.values().stream().mapToLong(Long::longValue).sum();
        long rank = Math.ceilDiv(all * percent, 100);
        long passed = 0;
        for (Map.Entry<Long, Long> step : ordered.entrySet()) {
            passed += step.getValue();
            if (passed >= rank && step.getValue() > 0) {
                return Optional.of(told(step.getKey()));
            }
        }
        return Optional.empty();
    }
}
