package dev.rechat.maintenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** The migrations by the names that {@code db/migrations.txt} lists: a native executable can open a file, but not list a folder. */
final class MigrationFiles implements ResourceProvider {

    static final String FOLDER = "db/migration/";

    private static final String LIST = "db/migrations.txt";

    private final List<LoadableResource> files = read(LIST)
            .lines()
            .filter(name -> !name.isBlank())
            .<LoadableResource>map(MigrationFile::new)
            .toList();

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return files.stream()
                .filter(file -> file.getRelativePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return files.stream()
                .filter(file -> file.getFilename().startsWith(prefix)
                        && Arrays.stream(suffixes).anyMatch(file.getFilename()::endsWith))
                .toList();
    }

    /** @throws IllegalStateException when this program was built without it */
    static String read(String resource) {
        try (InputStream in = MigrationFiles.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in this program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
