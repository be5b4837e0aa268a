package dev.rechat.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.local.start.StartProblem;
import dev.rechat.persistence.secret.SecretsRule;
import dev.rechat.web.user.JwtKeysRule;
import io.micronaut.core.value.MapPropertyResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalSecretsTest {

    @TempDir
    private Path directory = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = directory.resolve("secrets.properties");
    }

    @Test
    void areMadeOnceAndKept() throws IOException {
        LocalSecrets first = LocalSecrets.loadOrCreate(file);

        assertThat(LocalSecrets.loadOrCreate(file)).isEqualTo(first);
    }

    @Test
    void differFromOneInstallationToTheNext() throws IOException {
        LocalSecrets one = LocalSecrets.loadOrCreate(file);
        LocalSecrets other = LocalSecrets.loadOrCreate(directory.resolve("other.properties"));

        assertThat(List.of(one.jwtKeys(), one.secretsKeys(), one.databasePassword()))
                .doesNotContain(other.jwtKeys(), other.secretsKeys(), other.databasePassword())
                .doesNotHaveDuplicates();
    }

    @Test
    void canBeReadByTheirOwnerOnly() throws IOException {
        LocalSecrets.loadOrCreate(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void satisfyTheRulesOfTheFunctions() throws IOException {
        LocalSecrets secrets = LocalSecrets.loadOrCreate(file);
        var configuration = new MapPropertyResolver(
                Map.of("rechat.jwt.keys", secrets.jwtKeys(), "rechat.secrets.keys", secrets.secretsKeys()));

        assertThat(new JwtKeysRule().problems(configuration)).isEmpty();
        assertThat(new SecretsRule().problems(configuration)).isEmpty();
    }

    @Test
    void keepTheSecretThatAnEarlierVersionMade() throws IOException {
        Files.writeString(
                file, "jwt.secret=made-by-an-earlier-version-0123456789\nsecrets.keys=k:x\ndatabase.password=p\n");

        assertThat(LocalSecrets.loadOrCreate(file).jwtKeys()).isEqualTo("local:made-by-an-earlier-version-0123456789");
    }

    @Test
    void nameTheSecretThatAFileLacks() throws IOException {
        Files.writeString(file, "jwt.secret=something\nsecrets.keys=\n");

        assertThatThrownBy(() -> LocalSecrets.loadOrCreate(file))
                .isInstanceOf(StartProblem.class)
                .hasMessageContainingAll(file.toString(), "secrets.keys");
    }

    @Test
    void areNotPrinted() throws IOException {
        LocalSecrets secrets = LocalSecrets.loadOrCreate(file);

        assertThat(secrets.toString())
                .doesNotContain(secrets.jwtKeys(), secrets.secretsKeys(), secrets.databasePassword());
    }
}
