package dev.rechat.benchmarks.history;

import dev.rechat.benchmarks.data.House;
import dev.rechat.benchmarks.data.Resident;
import java.util.Comparator;
import java.util.List;

/** Who in a house has as much to look at as somebody. */
final class Similar {

    private static final double TOLERANCE = 0.1;

    private Similar() {}

    /** So many whose messages are at most a tenth more or fewer, the person first and then the nearest. */
    static List<Resident> to(Resident person, House house, int most) {
        return house.residents().stream()
                .filter(other -> distance(person, other) <= TOLERANCE * person.turns())
                .sorted(Comparator.comparing((Resident other) -> !other.equals(person))
                        .thenComparingInt(other -> distance(person, other))
                        .thenComparing(Resident::id))
                .limit(most)
                .toList();
    }

    private static int distance(Resident person, Resident other) {
        return Math.abs(other.turns() - person.turns());
    }
}
