package dev.rechat.local.hosted;

import dev.rechat.kernel.config.ConfigurationException;
import dev.rechat.local.doctor.DoctorCommand;
import dev.rechat.local.start.OpenResources;
import dev.rechat.local.start.StartProblem;
import dev.rechat.maintenance.MaintenanceCommand;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** {@code rechat-server}: everything in one process, on a database that is already there. */
@Command(
        name = "rechat-server",
        description = {
            "Serve ReChat: web app, API and what is to be done beside requests. SIGTERM stops it in order.",
            "Several may share one database."
        },
        subcommands = {SecretsCommand.class, HealthCommand.class},
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  DATASOURCES_DEFAULT_URL    the database: jdbc:mysql://HOST:3306/DATABASE",
            "  DATASOURCES_DEFAULT_USERNAME, DATASOURCES_DEFAULT_PASSWORD",
            "  RECHAT_JWT_KEYS, RECHAT_SECRETS_KEYS",
            "                             made once by rechat-server secrets, and kept",
            "  and more: docs/configuration.md"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0, 143:stopped", "1:could not start; the last lines say why", "2:wrong option or configuration"
        })
public final class HostedServer implements Callable<Integer> {

    @Mixin
    private HostedOptions options = new HostedOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        // what is logged, and how (dev.rechat.web.log): nothing between what a command tells
        boolean serves = arguments.length == 0 || arguments[0].startsWith("-");
        System.setProperty("rechat.program", serves ? "hosted" : "command");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new HostedServer());
        line.getSubcommands().values().forEach(HostedServer::withHelp);
        withHelp(line);
        line.getCommandSpec()
                .versionProvider(new Version())
                .addOption(OptionSpec.builder("--version")
                        .versionHelp(true)
                        .order(Integer.MAX_VALUE)
                        .description("Tell the version.")
                        .build());
        return line.addSubcommand(
                        "migrate",
                        Objects.requireNonNull(MaintenanceCommand.commandLine()
                                .getSubcommands()
                                .get("migrate")))
                .addSubcommand("maintenance", MaintenanceCommand.commandLine())
                .addSubcommand("doctor", DoctorCommand.commandLine());
    }

    private static void withHelp(CommandLine line) {
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .order(Integer.MAX_VALUE)
                        .description("Show this help.")
                        .build());
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter error = spec.commandLine().getErr();
        OpenResources resources = new OpenResources();
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            resources.close();
                            stopped.countDown();
                        },
                        "stop"));
        try {
            new HostedStart(options, resources).start();
        } catch (ConfigurationException wrong) {
            error.println("The configuration is wrong:");
            wrong.problems().forEach(problem -> error.println("  " + problem));
            return ConfigurationException.EXIT_CODE;
        } catch (StartProblem problem) {
            if (!resources.isClosed()) {
                error.println(problem.getMessage());
            }
            return StartProblem.EXIT_CODE;
        }
        stopped.await();
        return 0;
    }
}
