package dev.rechat.benchmarks.runlog;

import dev.rechat.runlog.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A year of runs of two tenants, the same for the same seed: one whose house it is, and a small one that came some months later,
 * so that the first months can go at once and all others hold what is somebody else's.
 *
 * @param nodes about how many executions of nodes the first tenant has; a multiple of {@link #ROUND}
 */
record RunHouse(long seed, int nodes, YearMonth begin) {

    static final int MONTHS = 12;

    /** Of a run, on average: so many have all graphs together, and every graph comes by once in so many runs. */
    static final int NODES_PER_RUN = 8;

    static final int ROUND = NODES_PER_RUN * Graph.ALL.size();

    /** The first tenant's runs for one of the second. */
    private static final int LODGERS_SHARE = 40;

    private static final int LODGERS_FIRST_MONTH = 3;

    static RunHouse of(long seed, int nodes, YearMonth begin) {
        return new RunHouse(seed, Math.max(1, nodes / ROUND) * ROUND, begin);
    }

    List<YearMonth> months() {
        return IntStream.range(0, MONTHS).mapToObj(begin::plusMonths).toList();
    }

    int runs() {
        return nodes / NODES_PER_RUN;
    }

    Dweller owner() {
        return new Dweller("house", this, begin, runs());
    }

    Dweller lodger() {
        int round = Graph.ALL.size();
        int runs = Math.max(1, runs() / LODGERS_SHARE / round) * round;
        return new Dweller("lodger", this, begin.plusMonths(LODGERS_FIRST_MONTH), runs);
    }

    Instant start() {
        return start(begin);
    }

    Instant end() {
        return start(begin.plusMonths(MONTHS));
    }

    /** A hundredth of its time, in its tenth month. */
    TimeRange hundredth() {
        Instant from = start(begin.plusMonths(9));
        return new TimeRange(from, from.plus(Duration.between(start(), end()).dividedBy(100)));
    }

    static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
