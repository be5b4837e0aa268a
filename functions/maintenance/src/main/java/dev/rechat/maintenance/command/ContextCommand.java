package dev.rechat.maintenance.command;

import dev.rechat.kernel.config.ConfigurationException;
import dev.rechat.maintenance.run.Problems;
import dev.rechat.maintenance.settings.MaintenanceNeeds;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that needs the application's beans. */
@Command
public abstract class ContextCommand implements Callable<Integer> {

    protected static final int FAILED = 1;

    private static final Logger LOG = LoggerFactory.getLogger(ContextCommand.class);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** @return the exit code */
    protected abstract int run(ApplicationContext context);

    @Override
    public final Integer call() {
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .build()) {
            MaintenanceNeeds.check(context);
            return run(context.start());
        } catch (ConfigurationException wrong) {
            wrong.problems().forEach(error()::println);
            return ConfigurationException.EXIT_CODE;
        } catch (DataAccessException | CannotGetJdbcConnectionException | ConnectionException databaseDown) {
            LOG.debug("the command failed", databaseDown);
            error().println("The database does not answer, or refuses: " + Problems.of(databaseDown));
            return FAILED;
        }
    }

    /** For what is wrong with the options; the command ends with code 2. */
    protected final ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    protected final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    protected final PrintWriter error() {
        return spec.commandLine().getErr();
    }
}
