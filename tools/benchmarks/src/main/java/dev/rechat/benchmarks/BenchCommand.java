package dev.rechat.benchmarks;

import dev.rechat.benchmarks.cold.ColdCommand;
import dev.rechat.benchmarks.data.DataCommand;
import dev.rechat.benchmarks.history.HistoryCommand;
import dev.rechat.benchmarks.password.PasswordCommand;
import dev.rechat.benchmarks.relay.RelayCommand;
import dev.rechat.benchmarks.runlog.RunLogCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./rechat bench}. */
@Command(
        name = "rechat bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "BENCHMARK",
        description = "Measures this checkout on this machine.",
        subcommands = {
            ColdCommand.class,
            DataCommand.class,
            HistoryCommand.class,
            PasswordCommand.class,
            RelayCommand.class,
            RunLogCommand.class
        })
public final class BenchCommand {

    private BenchCommand() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchCommand()).execute(arguments));
    }
}
