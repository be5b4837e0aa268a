package dev.rechat.maintenance.runlog.command;

import dev.rechat.maintenance.command.ContextCommand;
import dev.rechat.maintenance.runlog.journey.TransferBusyException;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.StoreName;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A command about stores: what their names are, and what to say when one does not answer. */
@Command
abstract class StoreCommand extends ContextCommand {

    private static final String ALL = "all";

    @Option(names = "--json", description = "Print the result as JSON, and nothing else.")
    private boolean json;

    abstract int run(ApplicationContext context, RunLogStores stores);

    @Override
    protected final int run(ApplicationContext context) {
        RunLogStores stores = context.getBean(RunLogStores.class);
        try {
            return run(context, stores);
        } catch (RunLogUnavailableException down) {
            error().println("A store does not answer: " + down.getMessage());
        } catch (TransferBusyException busy) {
            error().println("Nothing was done: " + busy.getMessage());
        }
        return FAILED;
    }

    final boolean asJson() {
        return json;
    }

    final void printJson(ApplicationContext context, Object report) {
        try {
            out().println(context.getBean(JsonMapper.class).writeValueAsString(report));
            out().flush();
        } catch (IOException e) {
            throw new IllegalStateException("a report cannot be written as JSON", e);
        }
    }

    /** The store of that name. */
    final RunLogStore store(RunLogStores stores, String option, String name) {
        try {
            StoreName wanted = StoreName.of(name);
            Optional<RunLogStore> found = stores.find(wanted);
            return found.orElseThrow(() -> wrong("the store " + name + " is not configured: see docs/run-logs.md"));
        } catch (IllegalArgumentException unknown) {
            throw wrong(option + " must be mysql or elasticsearch");
        }
    }

    final Tenant tenant(RunLogStores stores, @Nullable String given) {
        try {
            return given == null ? stores.tenant() : new Tenant(given);
        } catch (IllegalArgumentException malformed) {
            throw wrong("--tenant: " + malformed.getMessage());
        }
    }

    final List<RecordType> types(List<String> given) {
        if (given.isEmpty() || given.contains(ALL)) {
            return List.of(RecordType.values());
        }
        try {
            return given.stream().map(RecordType::of).sorted().distinct().toList();
        } catch (IllegalArgumentException unknown) {
            throw wrong("--type must be all or some of "
                    + Stream.of(RecordType.values()).map(RecordType::wire).collect(Collectors.joining(", ")));
        }
    }
}
