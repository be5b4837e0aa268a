package dev.rechat.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.maintenance.Program.Run;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.database.TestDatabase;
import dev.rechat.testing.tls.TestAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void verifiesTheDatabaseByAnAuthorityOfOnesOwn(@TempDir Path directory) throws Exception {
        TestAuthority authority = TestAuthority.create();
        Schema schema = TestDatabase.secured(authority.issue("ip:127.0.0.1")).createSchema();
        Path file = Files.writeString(directory.resolve("authority.pem"), authority.pem());
        var untold = verifying(schema, "127.0.0.1");
        var told = with(untold, file);

        assertThat(Program.run(untold, "migrate"))
                .satisfies(refused -> assertThat(refused.exitCode()).isEqualTo(1))
                .satisfies(refused ->
                        assertThat(refused.output()).contains("certificate", "is not trusted", "RECHAT_TLS_CA"));
        assertThat(Program.run(with(verifying(schema, "localhost"), file), "migrate")
                        .output())
                .contains("Server identity verification failed");
        assertThat(Program.run(told, "migrate").output()).startsWith("applied 0001 create accounts");
        assertThat(Program.run(told, "status").exitCode()).isZero();
        assertThat(Program.run(with(untold, directory), "migrate"))
                .satisfies(wrong -> assertThat(wrong.exitCode()).isEqualTo(2))
                .satisfies(wrong -> assertThat(wrong.output()).startsWith("RECHAT_TLS_CA is neither"));
    }

    private static Map<String, String> verifying(Schema schema, String host) {
        Map<String, String> environment = Program.environment(schema);
        environment.computeIfPresent(
                "DATASOURCES_DEFAULT_URL",
                (_, url) -> url.replace("127.0.0.1", host).replace("REQUIRED", "VERIFY_IDENTITY"));
        return environment;
    }

    private static Map<String, String> with(Map<String, String> environment, Path authority) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("RECHAT_TLS_CA", authority.toString());
        return all;
    }

    @Test
    void saysInOneLineThatTheDatabaseDoesNotAnswer() throws Exception {
        Run run = Program.run(Program.environment("jdbc:mysql://127.0.0.1:1/rechat", "me", "top-secret"), "migrate");

        assertThat(run).isEqualTo(new Run(1, "Migration failed: the database at 127.0.0.1:1/rechat does not answer\n"));
    }
}
