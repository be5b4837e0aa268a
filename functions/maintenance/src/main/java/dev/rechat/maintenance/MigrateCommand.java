package dev.rechat.maintenance;

import dev.rechat.kernel.config.ConfigurationException;
import dev.rechat.kernel.tls.PrivateAuthorities;
import dev.rechat.persistence.database.DatabaseRule;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.value.PropertyResolver;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "migrate",
        description = {
            "Bring the database to the schema this version needs.",
            "It is the one of DATASOURCES_DEFAULT_URL, DATASOURCES_DEFAULT_USERNAME and DATASOURCES_DEFAULT_PASSWORD."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the schema is up to date",
            "1:the database does not answer or refuses",
            "2:wrong configuration"
        })
final class MigrateCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    @Option(names = "--dry-run", description = "Only tell what would be applied.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .build()) {
            return run(context.getEnvironment().start());
        }
    }

    /** Only what a migration needs is checked: the other functions' secrets need not be known where it runs. */
    private int run(PropertyResolver configuration) {
        List<String> problems = new ArrayList<>(new DatabaseRule().problems(configuration));
        problems.addAll(PrivateAuthorities.trust(configuration));
        if (!problems.isEmpty()) {
            problems.forEach(error()::println);
            return ConfigurationException.EXIT_CODE;
        }
        try {
            tell(migrate(
                    property(configuration, "url"),
                    property(configuration, "username"),
                    property(configuration, "password")));
            return 0;
        } catch (MigrationException failed) {
            error().println("Migration failed: " + failed.getMessage());
            return FAILED;
        }
    }

    private MigrationResult migrate(String url, String user, String password) {
        return dryRun ? Migrations.pending(url, user, password) : Migrations.migrate(url, user, password);
    }

    private void tell(MigrationResult result) {
        PrintWriter out = spec.commandLine().getOut();
        result.migrations().forEach(migration -> out.println((dryRun ? "would apply " : "applied ") + migration));
        if (result.beginsAuditChain()) {
            out.println("Afterwards run maintenance audit begin: the audit log is sealed from then on.");
        }
        if (result.applied() == 0) {
            out.println("The schema is up to date.");
        }
    }

    private static String property(PropertyResolver configuration, String name) {
        return configuration
                .getProperty("datasources.default." + name, String.class)
                .orElse("");
    }

    private PrintWriter error() {
        return spec.commandLine().getErr();
    }
}
