package dev.rechat.gateway;

import dev.rechat.local.demo.AppSeed;
import dev.rechat.local.demo.AppSeeder;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.database.TestDatabase;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.gateway.Conduct;
import dev.rechat.testing.gateway.EmulatedGateway;
import dev.rechat.testing.gateway.Packaging;
import dev.rechat.testing.gateway.RouteTable;
import dev.rechat.testing.gateway.StaticSite;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./rechat gateway}. */
@Command(
        name = "rechat gateway",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the functions as AWS does: an emulated API Gateway starts processes of each, gives each one request at a"
                    + " time, and stops them between requests. Database and Dify are made for this run, and go with it.",
            "Ctrl-C ends it."
        })
public final class GatewayCommand implements Callable<Integer> {

    private static final Duration PACE = Duration.ofMillis(40);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Where to listen, 0 for any free port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--native", description = "Use the executables of ./rechat native instead of jars.")
    private boolean nativeExecutables;

    @Option(names = "--awake", description = "Let instances go on between requests.")
    private boolean awake;

    @Option(
            names = "--instances",
            paramLabel = "N",
            defaultValue = "12",
            description = "The most instances of one function (default: ${DEFAULT-VALUE}).")
    private int instances;

    @Option(
            names = "--refuse",
            description = "Refuse a request that finds all of them busy, instead of letting it wait.")
    private boolean refuse;

    @Option(
            names = "--kill-every",
            paramLabel = "SECONDS",
            description = "Kill an instance in this rhythm, whatever it does.")
    private @Nullable Integer killEvery;

    @Option(
            names = "--logs",
            paramLabel = "DIR",
            description = "Keep what the functions write, a file for each, at the end.")
    private @Nullable Path logs;

    @Option(
            names = "--root",
            hidden = true,
            paramLabel = "DIR",
            defaultValue = "${sys:rechat.root:-.}",
            description = "The checkout.")
    private Path root = Path.of("");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new GatewayCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Conduct conduct = awake ? Conduct.LAMBDA.awake() : Conduct.LAMBDA;
        if (!refuse) {
            conduct = conduct.waiting();
        }
        Packaging packaging = nativeExecutables ? Packaging.NATIVE : Packaging.JVM;
        Path functions = root.resolve("functions").toAbsolutePath().normalize();
        Schema schema = TestDatabase.shared().createSchema();
        DifySimulator dify =
                DifySimulator.builder().pace(PACE).forgettingRequests().start();
        Fleets fleets = new Fleets(functions, packaging, conduct.withLimit(instances), schema);
        fleets.migrate();
        seed(schema, dify.uri());
        EmulatedGateway gateway = EmulatedGateway.start(
                port,
                RouteTable.ofFunctions(functions, Fleets.ROUTED),
                fleets.integrations(),
                new StaticSite(root.resolve("frontend").resolve("dist")));
        ScheduledExecutorService rounds = Executors.newScheduledThreadPool(2);
        rounds.scheduleWithFixedDelay(() -> maintain(fleets, out), 1, 1, TimeUnit.MINUTES);
        if (killEvery != null) {
            Random random = new Random();
            rounds.scheduleAtFixedRate(() -> kill(fleets, random, out), killEvery, killEvery, TimeUnit.SECONDS);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            rounds.shutdownNow();
            gateway.close();
            end(fleets, out);
            dify.close();
        }));
        out.println("ReChat is ready: " + gateway.uri());
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    /** The simulator's apps, as {@code ./rechat run} has them. */
    private static void seed(Schema schema, URI dify) {
        Map<String, Object> properties = new HashMap<>(MigratedSchema.properties(schema));
        properties.put("rechat.jwt.keys", "test:not-a-secret-but-long-enough-for-HS256");
        properties.put("rechat.secrets.keys", Fleets.SECRETS_KEYS);
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .properties(properties)
                .start()) {
            var _ = context.getBean(AppSeeder.class).seed(AppSeed.ofSimulator(dify));
        }
    }

    private static void maintain(Fleets fleets, PrintWriter out) {
        try {
            fleets.maintain().ifPresent(failure -> out.println("Maintenance failed: " + failure.message()));
        } catch (RuntimeException | AssertionError failure) {
            out.println("Maintenance failed: " + failure);
        }
        out.flush();
    }

    private static void kill(Fleets fleets, Random random, PrintWriter out) {
        fleets.killOne(random).ifPresent(function -> out.println("Killed an instance of " + function));
        out.flush();
    }

    private void end(Fleets fleets, PrintWriter out) {
        out.println("Instances started: " + fleets.started());
        out.flush();
        if (logs != null) {
            Path directory = logs;
            fleets.logs().forEach((function, log) -> {
                try {
                    Files.createDirectories(directory);
                    Files.writeString(directory.resolve(function + ".log"), log);
                } catch (IOException unwritable) {
                    out.println("The log of " + function + " was not kept: " + unwritable.getMessage());
                }
            });
        }
        fleets.close();
    }
}
