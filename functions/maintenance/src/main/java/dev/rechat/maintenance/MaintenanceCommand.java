package dev.rechat.maintenance;

import dev.rechat.maintenance.runlog.command.RunLogCommand;
import io.micronaut.core.convert.ConversionService;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The maintenance program: what an operator or a deployment runs by name. */
@Command(
        name = "maintenance",
        description = {
            "What is done beside requests, to the database of DATASOURCES_DEFAULT_URL,",
            "DATASOURCES_DEFAULT_USERNAME and DATASOURCES_DEFAULT_PASSWORD."
        },
        subcommands = {
            MigrateCommand.class,
            RunCommand.class,
            StatusCommand.class,
            AuditCommand.class,
            RunLogCommand.class
        })
public final class MaintenanceCommand implements Runnable {

    private final CommandLine line;

    private MaintenanceCommand() {
        line = new CommandLine(this);
    }

    public static void main(String[] arguments) {
        // what is logged, and how (dev.rechat.web.log)
        System.setProperty("rechat.program", "command");
        System.exit(commandLine().execute(arguments));
    }

    /** The same commands for a program that has others, too. */
    public static CommandLine commandLine() {
        CommandLine line = new MaintenanceCommand().line;
        line.registerConverter(Duration.class, MaintenanceCommand::duration);
        line.registerConverter(LocalDate.class, MaintenanceCommand::day);
        withHelp(line);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(line, "Say what to do");
    }

    /** As in the configuration: 90s, 10m, 2h. */
    private static Duration duration(String text) {
        return ConversionService.SHARED
                .convert(text, Duration.class)
                .filter(Duration::isPositive)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is no duration such as 90s, 10m or 2h"));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new TypeConversionException("'" + text + "' is no day such as 2026-03-31");
        }
    }

    private static void withHelp(CommandLine line) {
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build());
        line.getSubcommands().values().forEach(MaintenanceCommand::withHelp);
    }
}
