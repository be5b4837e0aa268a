package dev.rechat.maintenance.runlog.command;

import picocli.CommandLine.Command;

/** What is done to the records of runs by hand. */
@Command(
        name = "runlog",
        description = "The records of what runs of chatflows and workflows did.",
        subcommands = {
            RunLogStatusCommand.class,
            RunLogMigrateCommand.class,
            RunLogValidateCommand.class,
            RunLogCleanupCommand.class,
            RunLogImportCommand.class
        },
        synopsisSubcommandLabel = "(status | migrate | validate | cleanup | import)")
public final class RunLogCommand {}
