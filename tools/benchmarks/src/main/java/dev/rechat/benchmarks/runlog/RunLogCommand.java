package dev.rechat.benchmarks.runlog;

import dev.rechat.benchmarks.data.HouseServer;
import dev.rechat.runlog.store.StoreName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private RunLogOptions options = new RunLogOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Set<StoreName> wanted = options.stores();
        Path root =
                Path.of(System.getProperty("rechat.root", ".")).toAbsolutePath().normalize();
        Workplace place = new Workplace(options.directory.toAbsolutePath().normalize());
        boolean search = wanted.contains(StoreName.ELASTICSEARCH);
        String section;
        try (HouseServer database = HouseServer.start(place.database(), options.bufferPool, this::tell);
                OpenSearch server = search ? OpenSearch.start(root, place.search(), options.searchHeap) : null;
                Stores stores = Stores.open(database, server, wanted, options.onlyFill ? 0 : options.longest)) {
            section = new RunLogMeasurement(options, stores, place, this::tell).run();
        }
        tell(section);
        if (options.updateDocs && !options.onlyFill) {
            Path page = root.resolve("docs/performance.md");
            Files.writeString(page, RunLogSection.PAGE.replace(Files.readString(page), section));
        }
        if (!options.keep && !options.onlyFill) {
            place.remove();
        }
        return 0;
    }

    private void tell(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
