package dev.rechat.benchmarks.history;

import dev.rechat.benchmarks.data.House;
import dev.rechat.benchmarks.data.HousePlace;
import dev.rechat.benchmarks.data.HouseRecord;
import dev.rechat.benchmarks.data.Resident;
import dev.rechat.benchmarks.history.HistoryProduct.Starting;
import dev.rechat.testing.database.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./rechat bench history}. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "Measures lists, conversations and search over HTTP as people of the same size in both houses that",
            "./rechat bench data has made, and prints the plans of the statements behind them."
        })
public final class HistoryCommand implements Callable<Integer> {

    @Option(
            names = "--rounds",
            defaultValue = "200",
            paramLabel = "N",
            description = "How often each operation is asked for in each house. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(
            names = "--warm-up",
            defaultValue = "60",
            paramLabel = "N",
            description = "As many before that. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(
            names = "--buffer-pool",
            defaultValue = "1G",
            paramLabel = "SIZE",
            description = "Of the embedded MariaDB. Default: ${DEFAULT-VALUE}")
    private String bufferPool = "";

    @Option(
            names = "--small-database",
            paramLabel = "URL",
            description = "With --database: the schema with the sample, on the same server.")
    private @Nullable String smallDatabase;

    @Option(
            names = "--jvm",
            split = " ",
            defaultValue = "-XX:+UseSerialGC -Xmx512m",
            paramLabel = "OPTIONS",
            description = "Of both ReChats' JVMs. Default: ${DEFAULT-VALUE}")
    private List<String> jvm = List.of();

    @Option(names = "--skip-plans", description = "Only figures.")
    private boolean skipPlans;

    @Option(names = "--skip-mysql", description = "No plans of MySQL.")
    private boolean skipMySql;

    @Option(names = "--update-docs", description = "Write figures and plans into docs/performance.md, too.")
    private boolean updateDocs;

    @Mixin
    private HousePlace place = new HousePlace();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Path root =
                Path.of(System.getProperty("rechat.root", ".")).toAbsolutePath().normalize();
        Path work = Files.createDirectories(root.resolve("target/rechat/bench/history"));
        try (Houses houses = Houses.open(place, smallDatabase, bufferPool, this::tell)) {
            HouseRecord large = HouseRecord.of(houses.large());
            HouseRecord small = HouseRecord.of(houses.small());
            if (small.seed() != large.seed() || !small.size().equals(large.size())) {
                throw new SQLException("the small house is no sample of the large one");
            }
            House house = large.house();
            String figures = figures(houses, house, small, work);
            tell(figures);
            String plans = skipPlans ? "" : plans(houses, house, small.people(), work);
            tell(plans);
            if (updateDocs) {
                update(root.resolve("docs/performance.md"), figures, plans);
            }
        }
        return 0;
    }

    private String figures(Houses houses, House house, HouseRecord sample, Path work) throws Exception {
        tell("Starting ReChat on both houses…");
        Starting first = HistoryProduct.start(houses.small(), "", jvm, work, "small");
        Starting second = HistoryProduct.start(houses.large(), "", jvm, work, "large");
        try (HistoryProduct small = first.await();
                HistoryProduct large = second.await();
                ServerStatus status = new ServerStatus(houses.large())) {
            List<Resident> people = sample.people();
            HistoryBenchmark benchmark = new HistoryBenchmark(small, large, status, house, people, this::tell);
            String facts = facts(house, sample, people, benchmark, status);
            return HistorySection.figures(facts, benchmark.run(warmUp, rounds));
        } finally {
            first.program().close();
            second.program().close();
        }
    }

    private String facts(
            House house, HouseRecord sample, List<Resident> people, HistoryBenchmark benchmark, ServerStatus status)
            throws SQLException, IOException {
        String load = Files.exists(Path.of("/proc/loadavg"))
                ? Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]
                : "unknown";
        return String.format(
                Locale.ROOT,
                "%s, %s with a buffer pool of %d MiB, %d cores, load before the run %s. Large house: %d people, %d"
                        + " conversations, %d messages, %d MiB. Small house: %s %% of it, %d people, %d conversations, %d"
                        + " messages. %d rounds; in the large house as %d people of the same sizes.",
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS),
                status.version(),
                status.bufferPoolMib(),
                Runtime.getRuntime().availableProcessors(),
                load,
                house.size().users(),
                house.size().conversations(),
                house.size().messages(),
                status.mib(),
                sample.percent() == Math.rint(sample.percent())
                        ? Long.toString((long) sample.percent())
                        : Double.toString(sample.percent()),
                people.size(),
                House.conversations(people),
                House.messages(people),
                rounds,
                benchmark.visitors());
    }

    private String plans(Houses houses, House house, List<Resident> sample, Path work) throws Exception {
        tell("Asking for plans…");
        Path statements = work.resolve("statements.sql");
        Files.deleteIfExists(statements);
        Schema large = houses.large();
        String watched = (large.jdbcUrl().contains("?") ? "&" : "?") + StatementCapture.OPTION;
        Map<String, Schema> servers = new LinkedHashMap<>();
        servers.put("Large house", large);
        if (!skipMySql) {
            MySqlHouse.load(house, sample, this::tell)
                    .ifPresent(schema -> servers.put("MySQL 8.0, small house", schema));
        }
        List<String> options = new ArrayList<>(jvm);
        options.add("-D" + StatementCapture.FILE + "=" + statements);
        Starting starting = HistoryProduct.start(large, watched, options, work, "plans");
        try (HistoryProduct product = starting.await()) {
            Visitor visitor = product.atTheEnd(Visitor.of(largest(sample)));
            return HistorySection.plans(
                    new Plans(product, statements, visitor, house.apps().getFirst()).of(servers));
        } finally {
            starting.program().close();
        }
    }

    /** A plan for few rows says little. */
    private static Resident largest(List<Resident> people) {
        return people.stream().min(Comparator.comparingInt(Resident::rank)).orElseThrow();
    }

    private void update(Path page, String figures, String plans) throws IOException {
        String text = HistorySection.FIGURES.replace(Files.readString(page), figures);
        Files.writeString(page, skipPlans ? text : HistorySection.PLANS.replace(text, plans));
    }

    private void tell(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
