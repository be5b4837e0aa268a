package dev.rechat.benchmarks.password;

import dev.rechat.accounts.password.Argon2Cost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./rechat bench password}. */
@Command(
        name = "password",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what one password hash costs, with the parameters in use and those that OWASP counts as",
            "equal, and derives from it how long a function with 512 MB takes."
        })
public final class PasswordCommand implements Callable<Integer> {

    /** OWASP's password storage cheat sheet, and a stronger one for comparison. */
    private static final List<Argon2Cost> OTHERS = List.of(
            new Argon2Cost(46 * 1024, 1, 1),
            new Argon2Cost(19 * 1024, 2, 1),
            new Argon2Cost(12 * 1024, 3, 1),
            new Argon2Cost(9 * 1024, 4, 1),
            new Argon2Cost(7 * 1024, 5, 1),
            new Argon2Cost(46 * 1024, 2, 1));

    @Option(
            names = "--rounds",
            defaultValue = "100",
            paramLabel = "N",
            description = "Hashes per set of parameters, after as many to warm up. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--update-docs", description = "Write the table into docs/performance.md, too.")
    private boolean updateDocs;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        List<HashCost> costs = Stream.concat(
                        Stream.of(Argon2Cost.CURRENT), OTHERS.stream().filter(cost -> !cost.equals(Argon2Cost.CURRENT)))
                .map(cost -> HashCost.measure(cost, rounds))
                .toList();
        String section = PasswordSection.of(facts(), costs);
        spec.commandLine().getOut().println(section);
        if (updateDocs) {
            Path page = Path.of(System.getProperty("rechat.root", ".")).resolve("docs/performance.md");
            Files.writeString(page, PasswordSection.replace(Files.readString(page), section));
        }
        return 0;
    }

    private String facts() {
        return "%s, %d rounds, %d cores, %s."
                .formatted(
                        Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS),
                        rounds,
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    }
}
