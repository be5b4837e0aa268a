package dev.rechat.local;

import dev.rechat.accounts.audit.AuditSealing;
import dev.rechat.dify.DifyClient;
import dev.rechat.kernel.config.ConfigurationCheck;
import dev.rechat.local.data.DataDirectory;
import dev.rechat.local.data.DirectoryLock;
import dev.rechat.local.data.DiskSpace;
import dev.rechat.local.data.LocalSecrets;
import dev.rechat.local.database.EmbeddedDatabase;
import dev.rechat.local.demo.AppSeed;
import dev.rechat.local.demo.AppSeeder;
import dev.rechat.local.demo.RealDify;
import dev.rechat.local.demo.Simulator;
import dev.rechat.local.start.ListenAddress;
import dev.rechat.local.start.OpenResources;
import dev.rechat.local.start.StartProblem;
import dev.rechat.maintenance.MigrationException;
import dev.rechat.maintenance.MigrationResult;
import dev.rechat.maintenance.Migrations;
import dev.rechat.persistence.app.App;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of a start: cheap checks first, and nothing opened that {@link OpenResources} does not know. */
final class LocalStart {

    private final LocalOptions options;
    private final OpenResources resources;
    private final Console console;

    LocalStart(LocalOptions options, OpenResources resources, Console console) {
        this.options = options;
        this.resources = resources;
        this.console = console;
    }

    /**
     * Returns when requests are answered.
     *
     * @throws StartProblem when that is not possible
     * @throws dev.rechat.kernel.config.ConfigurationException when variables are wrong
     */
    void start() {
        try {
            DataDirectory directory = DataDirectory.at(options.dataDirectory());
            DirectoryLock lock = resources.add(DirectoryLock.acquire(directory.root()));
            new ListenAddress(options.host(), options.port()).requireFree();
            String url = start(directory);
            lock.announce(url);
        } catch (IOException failed) {
            throw new StartProblem("Cannot start: " + failed, failed);
        }
    }

    private String start(DataDirectory directory) throws IOException {
        ApplicationContext context = resources.add(ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .build());
        Environment environment = context.getEnvironment().start();
        LocalSecrets secrets = LocalSecrets.loadOrCreate(directory.secrets());
        Optional<EmbeddedDatabase> embedded = embedded(environment, directory, secrets);
        environment.addPropertySource(LocalConfiguration.of(options, secrets, embedded, environment));
        ConfigurationCheck.check(context);
        if (embedded.isPresent()) {
            new DiskSpace().require(directory.root(), !embedded.get().isPrepared());
            embedded.get().start();
        }
        MigrationResult migrated = migrate(environment);
        context.start();
        if (migrated.beginsAuditChain()) {
            context.getBean(AuditSealing.class).begin();
        }
        List<App> apps = seed(context, directory);
        EmbeddedServer server = resources.add(context.getBean(EmbeddedServer.class));
        server.start();
        String url = "http://%s:%d".formatted(shownHost(), server.getPort());
        console.ready(url, directory, LocalConfiguration.database(environment), apps);
        return url;
    }

    private Optional<EmbeddedDatabase> embedded(Environment environment, DataDirectory directory, LocalSecrets secrets)
            throws IOException {
        if (environment.containsProperty(LocalConfiguration.DATABASE_URL)) {
            return Optional.empty();
        }
        return Optional.of(
                resources.add(EmbeddedDatabase.in(directory.database(), secrets.databasePassword(), console)));
    }

    private MigrationResult migrate(Environment environment) {
        try {
            MigrationResult result = Migrations.migrate(
                    environment.getRequiredProperty(LocalConfiguration.DATABASE_URL, String.class),
                    environment.getRequiredProperty(LocalConfiguration.DATABASE_USER, String.class),
                    environment
                            .getProperty(LocalConfiguration.DATABASE_PASSWORD, String.class)
                            .orElse(""));
            if (result.applied() > 0) {
                console.tell("Migrated the schema: %d files applied.".formatted(result.applied()));
            }
            return result;
        } catch (MigrationException failed) {
            throw new StartProblem("Cannot start: " + failed.getMessage(), failed);
        }
    }

    /** The simulator's apps, or those of a real Dify; the simulator's are switched off then. */
    private List<App> seed(ApplicationContext context, DataDirectory directory) throws IOException {
        AppSeeder seeder = context.getBean(AppSeeder.class);
        List<RealDify> real = options.realDify();
        if (real.isEmpty()) {
            var simulator = resources.add(Simulator.start(options.variant(), directory.simulatorPort()));
            return seeder.seed(AppSeed.ofSimulator(simulator.uri()));
        }
        List<AppSeed> seeds = new ArrayList<>();
        for (RealDify dify : real) {
            seeds.add(dify.describe(context.getBean(DifyClient.class), seeds.size()));
        }
        seeder.switchOff(AppSeed.ofSimulator(URI.create("")));
        return seeder.seed(seeds);
    }

    private String shownHost() {
        return switch (options.host()) {
            case "127.0.0.1", "0.0.0.0", "::", "::1" -> "localhost";
            default -> options.host();
        };
    }
}
