package dev.rechat.testing.dify;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The simulator as a program of its own. */
@Command(
        name = "dify-simulator",
        mixinStandardHelpOptions = true,
        version = "Dify simulator 0.1.0",
        description = "A stand-in for Dify on 127.0.0.1 with an app of each mode and more. Ctrl-C stops it.")
public final class DifySimulatorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "5001",
            description = "Where to listen, 0 for any free port (default: ${DEFAULT-VALUE}, as Dify's API).")
    private int port;

    @Option(
            names = "--variant",
            paramLabel = "VARIANT",
            defaultValue = "CELERY",
            description = "LEGACY (Dify up to 1.12) or CELERY (1.13 and later; default).")
    private EngineVariant variant = EngineVariant.CELERY;

    @Option(
            names = "--pace",
            paramLabel = "MS",
            defaultValue = "40",
            description = "Milliseconds between two events (default: ${DEFAULT-VALUE}).")
    private long pace;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new DifySimulatorCommand()).setCaseInsensitiveEnumValuesAllowed(true);
        line.getCommandSpec()
                .usageMessage()
                .footer(
                        "",
                        "Questions that show what there is and what can go wrong (N is optional):",
                        MagicWords.help());
        return line;
    }

    /** Serves until the process is told to end. */
    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (DifySimulator simulator = DifySimulator.builder()
                .port(port)
                .variant(variant)
                .pace(Duration.ofMillis(pace))
                .forgettingRequests()
                .start()) {
            out.println("Dify simulator (" + variant + ") at " + simulator.uri());
            DemoApps.all().forEach(app -> out.printf("  %-12s %s%n", app.mode().wireName(), app.key()));
            out.flush();
            new CountDownLatch(1).await();
            return 0;
        } catch (UncheckedIOException e) {
            spec.commandLine().getErr().println(e.getMessage() + " (is something running there? try --port 0)");
            return 1;
        }
    }
}
