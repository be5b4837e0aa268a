package dev.rechat.benchmarks.runlog;

import dev.rechat.benchmarks.data.HouseServer;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.StoreName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./rechat bench runlog}. */
@Command(
        name = "runlog",
        mixinStandardHelpOptions = true,
        description = {
            "Fills both stores of run logs with a year of made-up runs, the same for the same seed, and measures what",
            "writing, pages, searches, statistics, moving and letting go cost in each: an embedded MariaDB, and",
            "OpenSearch in a process of its own. All of it is done by the product's own stores."
        })
public final class RunLogCommand implements Callable<Integer> {

    private static final int LEAST_NODES = 10_000;
    private static final int MOST_NODES = 100_000_000;

    @Option(
            names = "--nodes",
            defaultValue = "10000000",
            paramLabel = "N",
            description = "Executions of nodes, of eight to a run. Default: ${DEFAULT-VALUE}")
    private int nodes;

    @Option(
            names = "--search-nodes",
            paramLabel = "N",
            description = "As many on the search server. Default: as --nodes")
    private @Nullable Integer searchNodes;

    @Option(
            names = "--store",
            defaultValue = "both",
            paramLabel = "STORE",
            description = "mysql, elasticsearch or both. Default: ${DEFAULT-VALUE}")
    private String store = "";

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--rounds",
            defaultValue = "100",
            paramLabel = "N",
            description = "How often each question is asked at most. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(
            names = "--patience",
            defaultValue = "10",
            paramLabel = "SECONDS",
            description = "For how long each question is asked at most; once in any case. Default: ${DEFAULT-VALUE}")
    private int patience;

    @Option(
            names = "--longest",
            defaultValue = "60",
            paramLabel = "SECONDS",
            description =
                    "After so many MariaDB gives a statement up, and the table says so. Default: ${DEFAULT-VALUE}")
    private int longest;

    @Option(
            names = "--writers",
            defaultValue = "2",
            paramLabel = "N",
            description = "Who fill a store at the same time. Default: ${DEFAULT-VALUE}")
    private int writers;

    @Option(
            names = "--live",
            defaultValue = "10",
            paramLabel = "N",
            description = "Runs that end each second while records are moved. Default: ${DEFAULT-VALUE}")
    private int live;

    @Option(
            names = "--buffer-pool",
            defaultValue = "3G",
            paramLabel = "SIZE",
            description = "Of the embedded MariaDB. Default: ${DEFAULT-VALUE}")
    private String bufferPool = "";

    @Option(
            names = "--search-heap",
            defaultValue = "2g",
            paramLabel = "SIZE",
            description = "Of OpenSearch. Default: ${DEFAULT-VALUE}")
    private String searchHeap = "";

    @Option(
            names = "--data",
            defaultValue = "${sys:rechat.root:-.}/target/rechat/bench/runlog",
            paramLabel = "DIR",
            description = "Where both servers keep what they hold. Default: ${DEFAULT-VALUE}")
    private Path directory = Path.of("");

    @Option(
            names = "--keep",
            description = {
                "Leave DIR as it is at the end, to measure it again: each time it has a month less,",
                "three times at most."
            })
    private boolean keep;

    @Option(names = "--skip-questions", description = "Only what writes and what lets go.")
    private boolean skipQuestions;

    @Option(names = "--skip-move", description = "Move nothing from one store to the other.")
    private boolean skipMove;

    @Option(names = "--only-fill", description = "Fill DIR and leave it, to be measured another time.")
    private boolean onlyFill;

    @Option(
            names = {"--update-docs", "--write-page"},
            description = "Write the table into docs/performance.md, too.")
    private boolean updateDocs;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Set<StoreName> wanted = wanted();
        int least = searchNodes == null ? nodes : Math.min(nodes, searchNodes);
        if (least < LEAST_NODES || Math.max(nodes, searchNodes == null ? 0 : searchNodes) > MOST_NODES) {
            throw wrong("--nodes and --search-nodes must be %,d to %,d".formatted(LEAST_NODES, MOST_NODES));
        }
        if (rounds < 1 || patience < 1 || longest < 1 || writers < 1 || live < 1) {
            throw wrong("--rounds, --patience, --longest, --writers and --live must be 1 or more");
        }
        Path root =
                Path.of(System.getProperty("rechat.root", ".")).toAbsolutePath().normalize();
        Workplace place = new Workplace(directory.toAbsolutePath().normalize());
        boolean search = wanted.contains(StoreName.ELASTICSEARCH);
        String section;
        try (HouseServer database = HouseServer.start(place.database(), bufferPool, this::tell);
                OpenSearch server = search ? OpenSearch.start(root, place.search(), searchHeap) : null;
                Stores stores = Stores.open(database, server, wanted, onlyFill ? 0 : longest)) {
            section = measure(stores, place);
        }
        tell(section);
        if (updateDocs && !onlyFill) {
            Path page = root.resolve("docs/performance.md");
            Files.writeString(page, RunLogSection.PAGE.replace(Files.readString(page), section));
        }
        if (!keep && !onlyFill) {
            place.remove();
        }
        return 0;
    }

    private String measure(Stores stores, Workplace place) throws Exception {
        Sheet sheet = new Sheet(this::tell);
        Asking asking = new Asking(sheet, rounds, Duration.ofSeconds(patience));
        RunLogBenchmark benchmark = new RunLogBenchmark(stores, sheet, asking, this::tell);
        Map<StoreName, String> products = new EnumMap<>(StoreName.class);
        Map<StoreName, RunHouse> houses = new EnumMap<>(StoreName.class);
        for (RunLogStore each : stores.all()) {
            KeptHouse kept = filled(benchmark, each, place);
            houses.put(each.name(), kept.house());
            kept.figures().forEach((title, figure) -> sheet.put(title, each.name(), figure));
        }
        if (onlyFill) {
            return "Kept in " + place.directory() + ".";
        }
        String facts = facts(houses);
        for (RunLogStore each : stores.all()) {
            RunHouse house = house(houses, each);
            products.put(
                    each.name(),
                    String.valueOf(each.report(house.owner().tenant()).product()));
            sheet.put("size on disk, MiB", each.name(), "%,d".formatted(place.mebibytes(each.name())));
            if (!skipQuestions) {
                benchmark.ask(each, house, fresh(house));
            }
        }
        List<String> goals = new ArrayList<>();
        for (RunLogStore each : stores.all()) {
            goals.addAll(benchmark.letGo(house(houses, each), List.of(each)));
        }
        if (stores.all().size() > 1 && !skipMove) {
            benchmark.move(fresh(house(houses, stores.of(StoreName.MYSQL))), live);
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

    private KeptHouse filled(RunLogBenchmark benchmark, RunLogStore each, Workplace place) throws Exception {
        int wanted = each.name() == StoreName.ELASTICSEARCH && searchNodes != null ? searchNodes : nodes;
        YearMonth begin = YearMonth.now(ZoneOffset.UTC).minusMonths(RunHouse.MONTHS);
        RunHouse house = RunHouse.of(seed, wanted, begin);
        Optional<KeptHouse> kept = KeptHouse.of(place.note(each.name()));
        if (kept.isPresent()) {
            RunHouse there = kept.get().house();
            if (there.seed() != house.seed() || there.nodes() != house.nodes()) {
                throw wrong("%s holds another house (seed %d, %,d nodes): name another directory, or remove it"
                        .formatted(place.note(each.name()), there.seed(), there.nodes()));
            }
            return kept.get();
        }
        tell("Filling %s with %,d runs…".formatted(each.name().wire(), house.runs()));
        KeptHouse filled = new KeptHouse(house, benchmark.fill(each, house, writers, each.name() == StoreName.MYSQL));
        filled.writeTo(place.note(each.name()));
        return filled;
    }

    private Set<StoreName> wanted() {
        if (store.equals("both")) {
            return EnumSet.allOf(StoreName.class);
        }
        try {
            return EnumSet.of(StoreName.of(store));
        } catch (IllegalArgumentException unknown) {
            throw wrong("--store must be mysql, elasticsearch or both");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private String facts(Map<StoreName, RunHouse> houses) throws IOException {
        StringBuilder facts = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %d cores, load before the questions %s; MariaDB with a buffer pool of %s, OpenSearch with a heap of %s.",
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0],
                bufferPool,
                searchHeap));
        houses.forEach((name, house) -> facts.append(String.format(
                Locale.ROOT,
                " In %s: %,d node executions, %,d runs and as many app logs of one tenant in %d months, and %,d node executions of another.",
                name.wire(),
                house.nodes(),
                house.runs(),
                RunHouse.MONTHS,
                house.lodger().nodes())));
        return facts.append(" At most %d rounds, and %d s for each question.".formatted(rounds, patience))
                .toString();
    }

    private void tell(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
