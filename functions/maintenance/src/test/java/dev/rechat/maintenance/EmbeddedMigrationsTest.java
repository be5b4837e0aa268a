package dev.rechat.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.resource.LoadableResource;
import org.junit.jupiter.api.Test;

final class EmbeddedMigrationsTest {

    private static final Location LOCATION = new Location("classpath:db/migration");
    private static final Path DIRECTORY = Path.of("../../shared/persistence/src/main/resources/db/migration");

    private final EmbeddedMigrations migrations = EmbeddedMigrations.of(LOCATION, DIRECTORY);

    @Test
    void findsEachFileByItsKind() throws IOException {
        List<String> names;
        try (var files = Files.list(DIRECTORY)) {
            names = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
        assertThat(migrations.getResources("V", new String[] {".sql"}))
                .extracting(LoadableResource::getFilename)
                .containsExactlyElementsOf(names);
        assertThat(migrations.getResources("R", new String[] {".sql"})).isEmpty();
        assertThat(migrations.getResources("V", new String[] {".sql.conf"})).isEmpty();
    }

    @Test
    void readsThemFromTheClassPath() throws IOException {
        LoadableResource file =
                Objects.requireNonNull(migrations.getResource("db/migration/V0001__create_accounts.sql"));
        try (Reader reader = file.read()) {
            assertThat(reader.readAllAsString()).contains("CREATE TABLE");
        }
        assertThat(migrations.getResource("db/migration/V0000__nothing.sql")).isNull();
    }

    @Test
    void areForNativeExecutablesOnly() {
        assertThat(EmbeddedMigrations.hold(LOCATION)).isFalse();
    }
}
