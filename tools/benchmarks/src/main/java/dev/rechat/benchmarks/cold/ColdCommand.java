package dev.rechat.benchmarks.cold;

import dev.rechat.testing.database.MigratedSchema;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./rechat bench cold}. */
@Command(
        name = "cold",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how long each function takes from the start of its process to its first answer, what memory it",
            "keeps and how large it is: the executables that ./rechat native made, the same functions on the JVM, and",
            "a function that does nothing (./rechat native hello)."
        })
public final class ColdCommand implements Callable<Integer> {

    @Option(
            names = "--rounds",
            defaultValue = "15",
            paramLabel = "N",
            description = "Starts of each program and kind of event. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(
            names = "--requests",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Requests after which memory is looked at again. Default: ${DEFAULT-VALUE}")
    private int requests;

    @Option(names = "--native-only", description = "Leave out the JVM.")
    private boolean nativeOnly;

    @Option(names = "--update-docs", description = "Write the table into docs/performance.md, too.")
    private boolean updateDocs;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path checkout = Path.of(System.getProperty("rechat.root", "."));
        List<String> missing = new ArrayList<>();
        ColdBenchmark benchmark = new ColdBenchmark(MigratedSchema.create(), rounds, requests);
        List<Figures> all = new ArrayList<>();
        for (Candidate candidate : Candidate.in(checkout, missing)) {
            if (candidate.isNative() || !nativeOnly) {
                out.println(candidate.title() + "…");
                out.flush();
                all.add(benchmark.measure(candidate));
            }
        }
        String section = ColdSection.of(facts(), all, missing);
        out.println(section);
        if (updateDocs) {
            Path page = checkout.resolve("docs/performance.md");
            Files.writeString(page, ColdSection.PAGE.replace(Files.readString(page), section));
        }
        return 0;
    }

    private String facts() throws Exception {
        return "%s, %d rounds, resident after %d requests, %d cores, load before the last program %s; on the JVM %s, with the quick compiler only."
                .formatted(
                        Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS),
                        rounds,
                        requests,
                        Runtime.getRuntime().availableProcessors(),
                        Files.readString(Path.of("/proc/loadavg")).split(" ")[0],
                        System.getProperty("java.vm.version"));
    }
}
