package dev.rechat.benchmarks.runlog;

import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.StoreName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One measurement: stores are filled where they are not, asked, and let go of. */
final class RunLogMeasurement {

    private final RunLogOptions options;
    private final Stores stores;
    private final Workplace place;
    private final Consumer<String> tell;

    RunLogMeasurement(RunLogOptions options, Stores stores, Workplace place, Consumer<String> tell) {
        this.options = options;
        this.stores = stores;
        this.place = place;
        this.tell = tell;
    }

    /** @return the section of docs/performance.md, or where what was filled is kept */
    String run() throws Exception {
        Sheet sheet = new Sheet(tell);
        Asking asking = new Asking(sheet, options.rounds, options.askingTime());
        RunLogBenchmark benchmark = new RunLogBenchmark(stores, sheet, asking, tell);
        Map<StoreName, String> products = new EnumMap<>(StoreName.class);
        Map<StoreName, RunHouse> houses = new EnumMap<>(StoreName.class);
        for (RunLogStore each : stores.all()) {
            KeptHouse kept = filled(benchmark, each);
            houses.put(each.name(), kept.house());
            kept.figures().forEach((title, figure) -> sheet.put(title, each.name(), figure));
        }
        if (options.onlyFill) {
            return "Kept in " + place.directory() + ".";
        }
        String facts = facts(houses);
        for (RunLogStore each : stores.all()) {
            RunHouse house = house(houses, each);
            products.put(
                    each.name(),
                    String.valueOf(each.report(house.owner().tenant()).product()));
            sheet.put("size on disk, MiB", each.name(), "%,d".formatted(place.mebibytes(each.name())));
            if (!options.skipQuestions) {
                benchmark.ask(each, house, fresh(house));
            }
        }
        List<String> goals = new ArrayList<>();
        for (RunLogStore each : stores.all()) {
            goals.addAll(benchmark.letGo(house(houses, each), List.of(each)));
        }
        if (stores.all().size() > 1 && !options.skipMove) {
            benchmark.move(fresh(house(houses, stores.of(StoreName.MYSQL))), options.live);
        }
        return RunLogSection.of(facts, products, sheet, goals);
    }

    private static RunHouse house(Map<StoreName, RunHouse> houses, RunLogStore store) {
        return Optional.ofNullable(houses.get(store.name())).orElseThrow();
    }

    /** Runs of the small tenant that nobody has ever seen. */
    private static Dweller fresh(RunHouse house) {
        return new RunHouse(System.nanoTime(), house.nodes(), house.begin()).lodger();
    }

    private KeptHouse filled(RunLogBenchmark benchmark, RunLogStore each) throws Exception {
        YearMonth begin = YearMonth.now(ZoneOffset.UTC).minusMonths(RunHouse.MONTHS);
        RunHouse house = RunHouse.of(options.seed, options.nodes(each.name()), begin);
        Optional<KeptHouse> kept = KeptHouse.of(place.note(each.name()));
        if (kept.isPresent()) {
            RunHouse there = kept.get().house();
            if (there.seed() != house.seed() || there.nodes() != house.nodes()) {
                throw options.wrong("%s holds another house (seed %d, %,d nodes): name another directory, or remove it"
                        .formatted(place.note(each.name()), there.seed(), there.nodes()));
            }
            return kept.get();
        }
        tell.accept("Filling %s with %,d runs…".formatted(each.name().wire(), house.runs()));
        KeptHouse filled =
                new KeptHouse(house, benchmark.fill(each, house, options.writers, each.name() == StoreName.MYSQL));
        filled.writeTo(place.note(each.name()));
        return filled;
    }

    private String facts(Map<StoreName, RunHouse> houses) throws IOException {
        StringBuilder facts = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %d cores, load before the questions %s; MariaDB with a buffer pool of %s, OpenSearch with a heap of %s.",
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0],
                options.bufferPool,
                options.searchHeap));
        houses.forEach((name, house) -> facts.append(String.format(
                Locale.ROOT,
                " In %s: %,d node executions, %,d runs and as many app logs of one tenant in %d months, and %,d node executions of another.",
                name.wire(),
                house.nodes(),
                house.runs(),
                RunHouse.MONTHS,
                house.lodger().nodes())));
        return facts.append(
                        " At most %d rounds, and %d s for each question.".formatted(options.rounds, options.patience))
                .toString();
    }
}
