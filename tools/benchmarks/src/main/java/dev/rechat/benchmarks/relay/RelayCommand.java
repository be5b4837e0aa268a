package dev.rechat.benchmarks.relay;

import dev.rechat.benchmarks.paced.Pace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./rechat bench relay}. */
@Command(
        name = "relay",
        mixinStandardHelpOptions = true,
        description = {
            "Runs many chat turns at once through all of ReChat and measures what that adds to asking Dify",
            "directly: delay, CPU and memory per event and turn, statements in the database. Beside it, in the",
            "same run, nginx without buffering when it is installed. Needs Linux."
        })
public final class RelayCommand implements Callable<Integer> {

    /** A Dify of one's own. */
    static final class DifyOption {

        @Option(
                names = "--dify",
                required = true,
                paramLabel = "URL",
                description = "A chat app's Dify (https://api.dify.ai/v1) instead of one that keeps an exact pace."
                        + " Its events carry no send times, so delays are not measured.")
        private URI url = URI.create("");

        @Option(names = "--key", required = true, paramLabel = "app-…", description = "The API key of that app.")
        private String key = "";
    }

    @Option(
            names = "--turns",
            split = ",",
            paramLabel = "N",
            defaultValue = "1,50,200,500,1000",
            description = "How many at once, one level after the other. Default: ${DEFAULT-VALUE}")
    private List<Integer> turns = List.of();

    @Option(
            names = "--events",
            defaultValue = "100",
            paramLabel = "N",
            description = "Events per turn. Default: ${DEFAULT-VALUE}")
    private int events;

    @Option(
            names = "--interval",
            defaultValue = "50",
            paramLabel = "MS",
            description = "Milliseconds between two events of a turn. Default: ${DEFAULT-VALUE}")
    private int interval;

    @Option(
            names = "--ramp",
            defaultValue = "2000",
            paramLabel = "MS",
            description = "The turns of a level begin within this time. Default: ${DEFAULT-VALUE}")
    private int ramp;

    @Option(
            names = "--jvm",
            split = " ",
            defaultValue = "-XX:+UseSerialGC -Xmx512m",
            paramLabel = "OPTIONS",
            description = "Of ReChat's JVM. Default: ${DEFAULT-VALUE}")
    private List<String> jvm = List.of();

    @Option(
            names = "--warm-up",
            defaultValue = "8",
            paramLabel = "N",
            description = "Rounds before measuring. Default: ${DEFAULT-VALUE}")
    private int warmUp;

    @Option(
            names = "--ways",
            split = ",",
            defaultValue = "direct,nginx,rechat",
            paramLabel = "WAY",
            description = "What to measure, for example rechat alone under a profiler. Default: ${DEFAULT-VALUE}")
    private List<String> ways = List.of();

    @Option(
            names = "--openai",
            description = "Also by the OpenAI-compatible API: the same turns, asked as such programs do.")
    private boolean openAi;

    @Option(names = "--skip-heap", description = "Do not run each level once more to measure the live heap.")
    private boolean skipHeap;

    @Option(names = "--update-docs", description = "Write the table into docs/performance.md, too.")
    private boolean updateDocs;

    @ArgGroup(exclusive = false)
    private @Nullable DifyOption dify;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Path checkout =
                Path.of(System.getProperty("rechat.root", ".")).toAbsolutePath().normalize();
        Path results = Files.createDirectories(checkout.resolve("target/rechat/bench"));
        Machine machine = Machine.here(jvm, checkout);
        Pace pace = new Pace(events, Duration.ofMillis(interval));
        List<Run> runs;
        try (Stage stage =
                Stage.set(results, jvm, dify == null ? null : new DifyTarget(dify.url, dify.key), this::tell)) {
            RelayBenchmark benchmark = new RelayBenchmark(stage, chosen(), pace, Duration.ofMillis(ramp), this::tell);
            benchmark.warmUp(warmUp);
            runs = benchmark.run(turns, !skipHeap);
        }
        Report report = new Report(
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS).toString(),
                machine,
                events,
                interval,
                runs,
                Goals.judge(runs));
        publish(report, results, checkout);
        return runs.stream().allMatch(run -> run.failed() == 0) ? 0 : 1;
    }

    private List<String> chosen() {
        List<String> all = new ArrayList<>(ways);
        if (openAi) {
            all.add(RelayBenchmark.OPENAI);
        }
        return all;
    }

    private void publish(Report report, Path results, Path checkout) throws IOException {
        report.writeTo(results.resolve("relay.json"));
        tell(PerformancePage.section(report));
        tell("As JSON: " + results.resolve("relay.json"));
        if (updateDocs) {
            PerformancePage.update(checkout.resolve("docs/performance.md"), report);
        }
    }

    private void tell(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
