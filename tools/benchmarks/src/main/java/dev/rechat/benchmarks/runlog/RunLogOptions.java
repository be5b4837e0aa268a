package dev.rechat.benchmarks.runlog;

import dev.rechat.runlog.store.StoreName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@link RunLogCommand} can be told. */
final class RunLogOptions {

    private static final int LEAST_NODES = 10_000;
    private static final int MOST_NODES = 100_000_000;

    @Option(
            names = "--nodes",
            defaultValue = "10000000",
            paramLabel = "N",
            description = "Executions of nodes, of eight to a run. Default: ${DEFAULT-VALUE}")
    int nodes;

    @Option(
            names = "--search-nodes",
            paramLabel = "N",
            description = "As many on the search server. Default: as --nodes")
    @Nullable
    Integer searchNodes;

    @Option(
            names = "--store",
            defaultValue = "both",
            paramLabel = "STORE",
            description = "mysql, elasticsearch or both. Default: ${DEFAULT-VALUE}")
    String store = "";

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}")
    long seed;

    @Option(
            names = "--rounds",
            defaultValue = "100",
            paramLabel = "N",
            description = "How often each question is asked at most. Default: ${DEFAULT-VALUE}")
    int rounds;

    @Option(
            names = "--patience",
            defaultValue = "10",
            paramLabel = "SECONDS",
            description = "For how long each question is asked at most; once in any case. Default: ${DEFAULT-VALUE}")
    int patience;

    @Option(
            names = "--longest",
            defaultValue = "60",
            paramLabel = "SECONDS",
            description =
                    "After so many MariaDB gives a statement up, and the table says so. Default: ${DEFAULT-VALUE}")
    int longest;

    @Option(
            names = "--writers",
            defaultValue = "2",
            paramLabel = "N",
            description = "Who fill a store at the same time. Default: ${DEFAULT-VALUE}")
    int writers;

    @Option(
            names = "--live",
            defaultValue = "10",
            paramLabel = "N",
            description = "Runs that end each second while records are moved. Default: ${DEFAULT-VALUE}")
    int live;

    @Option(
            names = "--buffer-pool",
            defaultValue = "3G",
            paramLabel = "SIZE",
            description = "Of the embedded MariaDB. Default: ${DEFAULT-VALUE}")
    String bufferPool = "";

    @Option(
            names = "--search-heap",
            defaultValue = "2g",
            paramLabel = "SIZE",
            description = "Of OpenSearch. Default: ${DEFAULT-VALUE}")
    String searchHeap = "";

    @Option(
            names = "--data",
            defaultValue = "${sys:rechat.root:-.}/target/rechat/bench/runlog",
            paramLabel = "DIR",
            description = "Where both servers keep what they hold. Default: ${DEFAULT-VALUE}")
    Path directory = Path.of("");

    @Option(
            names = "--keep",
            description = {
                "Leave DIR as it is at the end, to measure it again: each time it has a month less,",
                "three times at most."
            })
    boolean keep;

    @Option(names = "--skip-questions", description = "Only what writes and what lets go.")
    boolean skipQuestions;

    @Option(names = "--skip-move", description = "Move nothing from one store to the other.")
    boolean skipMove;

    @Option(names = "--only-fill", description = "Fill DIR and leave it, to be measured another time.")
    boolean onlyFill;

    @Option(
            names = {"--update-docs", "--write-page"},
            description = "Write the table into docs/performance.md, too.")
    boolean updateDocs;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Which stores are measured; refuses options that are out of their ranges. */
    Set<StoreName> stores() {
        int searched = searchNodes == null ? nodes : searchNodes;
        if (Math.min(nodes, searched) < LEAST_NODES || Math.max(nodes, searched) > MOST_NODES) {
            throw wrong("--nodes and --search-nodes must be %,d to %,d".formatted(LEAST_NODES, MOST_NODES));
        }
        if (rounds < 1 || patience < 1 || longest < 1 || writers < 1 || live < 1) {
            throw wrong("--rounds, --patience, --longest, --writers and --live must be 1 or more");
        }
        if (store.equals("both")) {
            return EnumSet.allOf(StoreName.class);
        }
        try {
            return EnumSet.of(StoreName.of(store));
        } catch (IllegalArgumentException unknown) {
            throw wrong("--store must be mysql, elasticsearch or both");
        }
    }

    int nodes(StoreName name) {
        return name == StoreName.ELASTICSEARCH && searchNodes != null ? searchNodes : nodes;
    }

    Duration askingTime() {
        return Duration.ofSeconds(patience);
    }

    ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
