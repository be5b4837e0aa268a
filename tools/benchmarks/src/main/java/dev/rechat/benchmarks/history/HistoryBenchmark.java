package dev.rechat.benchmarks.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.benchmarks.data.House;
import dev.rechat.benchmarks.data.Resident;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the same thing in the small house and in the large one, in turns, as somebody of the same size each time; so what
 * else happens on the machine hits both, and what differs is how much other people have.
 */
final class HistoryBenchmark {

    /** Of each size, as many in the large house: enough that their texts do not all stay in memory. */
    private static final int ALIKE = 12;

    private final HistoryProduct small;
    private final HistoryProduct large;
    private final ServerStatus status;
    private final House house;
    private final Consumer<String> tell;
    private final SplittableRandom random = new SplittableRandom(1);
    private final List<Visitor> inSmall = new ArrayList<>();
    private final List<List<Visitor>> inLarge = new ArrayList<>();
    private final Visitor heavy;

    HistoryBenchmark(
            HistoryProduct small,
            HistoryProduct large,
            ServerStatus status,
            House house,
            List<Resident> sample,
            Consumer<String> tell)
            throws IOException, InterruptedException {
        this.small = small;
        this.large = large;
        this.status = status;
        this.house = house;
        this.tell = tell;
        tell.accept("Looking for the ends of lists…");
        for (Resident person : sample) {
            Visitor visitor = Visitor.of(person);
            List<Visitor> alike = new ArrayList<>();
            for (Resident other : Similar.to(person, house, ALIKE)) {
                alike.add(large.atTheEnd(Visitor.of(other)));
                // as often in both: what a process is asked for more often, its compiler makes faster
                visitor = small.atTheEnd(visitor);
            }
            inSmall.add(visitor);
            inLarge.add(alike);
        }
        Resident first = house.residents().stream()
                .min(Comparator.comparingInt(Resident::rank))
                .orElseThrow();
        heavy = large.atTheEnd(Visitor.of(first));
    }

    int visitors() {
        return inLarge.stream().mapToInt(List::size).sum();
    }

    List<Outcome> run(int warmUp, int rounds) throws Exception {
        Map<Operation, String> refused = refused();
        tell.accept("Warming up…");
        measure(warmUp, refused);
        tell.accept("Measuring…");
        List<Outcome> outcomes = new ArrayList<>();
        for (Outcome outcome : measure(rounds, refused)) {
            outcomes.add(withHeavy(outcome, rounds / 2));
        }
        return outcomes;
    }

    private Map<Operation, String> refused() throws Exception {
        Map<Operation, String> refused = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            try {
                once(small, inSmall.getFirst(), operation, null);
            } catch (HistoryProduct.RefusedException missing) {
                refused.put(operation, String.valueOf(missing.getMessage()));
                tell.accept("  not measured: " + operation.title() + ": " + missing.getMessage());
            }
        }
        return refused;
    }

    private List<Outcome> measure(int rounds, Map<Operation, String> refused) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            outcomes.add(measure(operation, refused.containsKey(operation) ? 0 : rounds, refused.get(operation)));
        }
        return outcomes;
    }

    private Outcome measure(Operation operation, int rounds, @Nullable String refusal) throws Exception {
        Timings inSmallHouse = new Timings();
        Timings inLargeHouse = new Timings();
        for (int round = 0; round < rounds; round++) {
            int size = random.nextInt(inSmall.size());
            Visitor other =
                    inLarge.get(size).get(random.nextInt(inLarge.get(size).size()));
            // who comes second finds the processor's caches as the other left them
            if (random.nextBoolean()) {
                once(small, inSmall.get(size), operation, inSmallHouse);
                once(large, other, operation, inLargeHouse);
            } else {
                once(large, other, operation, inLargeHouse);
                once(small, inSmall.get(size), operation, inSmallHouse);
            }
        }
        return new Outcome(operation, inSmallHouse, inLargeHouse, new Timings(), refusal);
    }

    /** When all else is done, lest the large house's process gets more practice. */
    private Outcome withHeavy(Outcome outcome, int rounds) throws Exception {
        Timings timings = new Timings();
        for (int round = 0; round < rounds && outcome.refused() == null; round++) {
            once(large, heavy, outcome.operation(), timings);
        }
        return new Outcome(outcome.operation(), outcome.small(), outcome.large(), timings, outcome.refused());
    }

    private void once(HistoryProduct product, Visitor visitor, Operation operation, @Nullable Timings timings)
            throws IOException, InterruptedException, SQLException {
        String token = product.token(visitor.person());
        List<String> requests = operation.requests(visitor, house.apps().getFirst(), random);
        Pages before = status.pages();
        long begin = System.nanoTime();
        String answer = "";
        for (String request : requests) {
            answer = product.get(request, token);
        }
        long took = System.nanoTime() - begin;
        if (timings != null) {
            JsonNode complete = HistoryProduct.json(answer).path("complete");
            timings.add(took, status.pages().since(before), complete.asBoolean(true));
        }
    }
}
