package dev.rechat.maintenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resource.classpath.ClassPathResource;
import org.jspecify.annotations.Nullable;

/** The files inside a native executable: Flyway lists directories and jars, and this is neither. */
final class EmbeddedMigrations implements ResourceProvider {

    private static final URI EXECUTABLE = URI.create("resource:/");

    private final Location location;
    private final List<String> names;

    private EmbeddedMigrations(Location location, List<String> names) {
        this.location = location;
        this.names = List.copyOf(names);
    }

    /** Whether this process is a native executable that holds the location. */
    static boolean hold(Location location) {
        URL url = EmbeddedMigrations.class.getClassLoader().getResource(location.getRootPath());
        return url != null && url.getProtocol().equals(EXECUTABLE.getScheme());
    }

    static EmbeddedMigrations at(Location location) {
        return of(location, executable().getPath("/" + location.getRootPath()));
    }

    static EmbeddedMigrations of(Location location, Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return new EmbeddedMigrations(
                    location,
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static FileSystem executable() {
        try {
            return FileSystems.newFileSystem(EXECUTABLE, Map.of());
        } catch (FileSystemAlreadyExistsException openedBefore) {
            return FileSystems.getFileSystem(EXECUTABLE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public @Nullable LoadableResource getResource(String path) {
        return names.stream()
                .filter(name -> path.equals(location.getRootPath() + "/" + name))
                .findFirst()
                .map(this::resource)
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return names.stream()
                .filter(name ->
                        name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
                .map(this::resource)
                .toList();
    }

    private LoadableResource resource(String name) {
        return new ClassPathResource(
                location,
                location.getRootPath() + "/" + name,
                EmbeddedMigrations.class.getClassLoader(),
                StandardCharsets.UTF_8);
    }
}
