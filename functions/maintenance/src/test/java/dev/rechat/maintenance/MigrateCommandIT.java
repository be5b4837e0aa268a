package dev.rechat.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.maintenance.Program.Run;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.database.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The program as an operator starts it: its environment, its output, its exit code. */
final class MigrateCommandIT {

    @Test
    void migratesTheDatabaseOfTheEnvironment() throws Exception {
        Schema schema = TestDatabase.shared().createSchema();
        var environment = Program.environment(schema.jdbcUrl(), schema.username(), schema.password());

        Run planned = Program.run(environment, "migrate", "--dry-run");
        Run first = Program.run(environment, "migrate");
        Run second = Program.run(environment, "migrate");

        assertThat(planned).isEqualTo(new Run(0, first.output().replaceAll("(?m)^applied", "would apply")));
        assertThat(first.output()).startsWith("applied 0001 create accounts");
        assertThat(second).isEqualTo(new Run(0, "The schema is up to date.\n"));
    }

    @Test
    void namesAllProblemsOfTheConfiguration() throws Exception {
        Run run = Program.run(Map.of(), "migrate");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("DATASOURCES_DEFAULT_URL is missing"))
                .anyMatch(line -> line.startsWith("DATASOURCES_DEFAULT_USERNAME is missing"));
    }

    @Test
    void saysInOneLineThatTheDatabaseDoesNotAnswer() throws Exception {
        Run run = Program.run(Program.environment("jdbc:mysql://127.0.0.1:1/rechat", "me", "top-secret"), "migrate");

        assertThat(run).isEqualTo(new Run(1, "Migration failed: the database at 127.0.0.1:1/rechat does not answer\n"));
    }
}
