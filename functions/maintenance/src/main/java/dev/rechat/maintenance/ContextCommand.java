package dev.rechat.maintenance;

import dev.rechat.kernel.config.ConfigurationException;
import dev.rechat.kernel.config.ConfigurationRule;
import dev.rechat.maintenance.run.Problems;
import dev.rechat.maintenance.settings.MaintenanceRule;
import dev.rechat.persistence.database.DatabaseRule;
import dev.rechat.persistence.secret.SecretsRule;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.value.PropertyResolver;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * A command that needs the application's beans. Only what housekeeping needs is checked: the keys that sign tokens need not
 * be known where it runs.
 */
abstract class ContextCommand implements Callable<Integer> {

    static final int FAILED = 1;

    private static final List<ConfigurationRule> RULES =
            List.of(new DatabaseRule(), new SecretsRule(), new MaintenanceRule());

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** @return the exit code */
    abstract int run(ApplicationContext context);

    @Override
    public final Integer call() {
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .build()) {
            List<String> problems = problems(context.getEnvironment().start());
            if (!problems.isEmpty()) {
                problems.forEach(error()::println);
                return ConfigurationException.EXIT_CODE;
            }
            return run(context.start());
        } catch (DataAccessException | CannotGetJdbcConnectionException | ConnectionException databaseDown) {
            error().println("The database does not answer, or refuses: " + Problems.of(databaseDown));
            return FAILED;
        }
    }

    static List<String> problems(PropertyResolver configuration) {
        return RULES.stream()
                .flatMap(rule -> rule.problems(configuration).stream())
                .sorted()
                .toList();
    }

    /** For what is wrong with the options; the command ends with code 2. */
    final ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter error() {
        return spec.commandLine().getErr();
    }
}
