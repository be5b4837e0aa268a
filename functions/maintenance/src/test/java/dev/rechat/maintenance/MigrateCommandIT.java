package dev.rechat.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.testing.database.Schema;
import dev.rechat.testing.database.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The program as an operator starts it: its environment, its output, its exit code. */
final class MigrateCommandIT {

    private record Run(int exitCode, String output) {}

    private static Run run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.rechat.maintenance.MaintenanceCommand"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("DATASOURCES_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = read(process);
        return new Run(process.waitFor(), output);
    }

    private static String read(Process process) throws IOException {
        try (var stream = process.getInputStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> environment(String url, String user, String password) {
        return Map.of(
                "DATASOURCES_DEFAULT_URL", url,
                "DATASOURCES_DEFAULT_USERNAME", user,
                "DATASOURCES_DEFAULT_PASSWORD", password);
    }

    @Test
    void migratesTheDatabaseOfTheEnvironment() throws Exception {
        Schema schema = TestDatabase.shared().createSchema();
        var environment = environment(schema.jdbcUrl(), schema.username(), schema.password());

        Run planned = run(environment, "migrate", "--dry-run");
        Run first = run(environment, "migrate");
        Run second = run(environment, "migrate");

        assertThat(planned).isEqualTo(new Run(0, first.output().replaceAll("(?m)^applied", "would apply")));
        assertThat(first.output()).startsWith("applied 0001 create accounts");
        assertThat(second).isEqualTo(new Run(0, "The schema is up to date.\n"));
    }

    @Test
    void namesAllProblemsOfTheConfiguration() throws Exception {
        Run run = run(Map.of(), "migrate");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("DATASOURCES_DEFAULT_URL is missing"))
                .anyMatch(line -> line.startsWith("DATASOURCES_DEFAULT_USERNAME is missing"));
    }

    @Test
    void saysInOneLineThatTheDatabaseDoesNotAnswer() throws Exception {
        Run run = run(environment("jdbc:mysql://127.0.0.1:1/rechat", "me", "top-secret"), "migrate");

        assertThat(run).isEqualTo(new Run(1, "Migration failed: the database at 127.0.0.1:1/rechat does not answer\n"));
    }
}
