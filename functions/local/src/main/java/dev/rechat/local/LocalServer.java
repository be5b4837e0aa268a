package dev.rechat.local;

import dev.rechat.kernel.config.ConfigurationException;
import dev.rechat.local.start.OpenResources;
import dev.rechat.local.start.StartProblem;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** {@code ./rechat run}: starts everything, and takes everything down when the process is asked to end. */
@Command(
        name = "rechat run",
        description = {
            "Start ReChat on this machine: web app, API, database, and a Dify to try it with.",
            "What you store stays in the data directory; stop with Ctrl-C."
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  DATASOURCES_DEFAULT_URL    a MySQL-family database of your own instead of the",
            "                             embedded one: jdbc:mysql://HOST:3306/DATABASE",
            "  DATASOURCES_DEFAULT_USERNAME, DATASOURCES_DEFAULT_PASSWORD"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped", "1:could not start; the last lines say why", "2:wrong option or configuration"})
public final class LocalServer implements Callable<Integer> {

    @Mixin
    private LocalOptions options = new LocalOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        // what is logged, and how (dev.rechat.web.log)
        System.setProperty("rechat.program", "server");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new LocalServer()).setCaseInsensitiveEnumValuesAllowed(true);
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .order(Integer.MAX_VALUE)
                        .description("Show this help.")
                        .build());
        return line;
    }

    @Override
    public Integer call() throws InterruptedException {
        Console console = new Console(spec.commandLine().getOut());
        PrintWriter error = spec.commandLine().getErr();
        OpenResources resources = new OpenResources();
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stop(resources, console);
                            stopped.countDown();
                        },
                        "stop"));
        try {
            new LocalStart(options, resources, console).start();
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

    private static void stop(OpenResources resources, Console console) {
        if (resources.isEmpty()) {
            return;
        }
        console.tell("Stopping…");
        resources.close();
        console.tell("Stopped.");
    }
}
