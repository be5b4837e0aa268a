package dev.rechat.maintenance;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** The maintenance program: steps an operator or a deployment runs by name. */
@Command(name = "maintenance", description = "Steps that run beside the functions.", subcommands = MigrateCommand.class)
public final class MaintenanceCommand {

    private MaintenanceCommand() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new MaintenanceCommand());
        withHelp(line);
        line.getSubcommands().values().forEach(MaintenanceCommand::withHelp);
        return line;
    }

    private static void withHelp(CommandLine line) {
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build());
    }
}
