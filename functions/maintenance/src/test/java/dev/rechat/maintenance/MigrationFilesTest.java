package dev.rechat.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.flywaydb.core.api.resource.LoadableResource;
import org.junit.jupiter.api.Test;

class MigrationFilesTest {

    private final MigrationFiles files = new MigrationFiles();

    @Test
    void listsEveryFileOfTheFolder() throws IOException {
        Path folder = Path.of("..", "..", "shared", "persistence", "src", "main", "resources", "db", "migration");
        try (Stream<Path> there = Files.list(folder)) {
            assertThat(files.getResources("V", new String[] {".sql"}))
                    .extracting(LoadableResource::getFilename)
                    .containsExactlyElementsOf(
                            there.map(file -> file.getFileName().toString())
                                    .sorted()
                                    .toList());
        }
    }

    @Test
    void readsEachOfThem() {
        assertThat(files.getResources("V", new String[] {".sql"}))
                .allSatisfy(file -> assertThat(file.read()).isNotNull());
    }

    @Test
    void hasNoOtherKindOfMigration() {
        assertThat(files.getResources("R", new String[] {".sql"})).isEmpty();
        assertThat(files.getResource("beforeMigrate.sql")).isNull();
    }
}
