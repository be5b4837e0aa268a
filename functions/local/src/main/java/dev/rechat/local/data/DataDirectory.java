package dev.rechat.local.data;

import dev.rechat.local.start.StartProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The place of everything the local server keeps. */
public record DataDirectory(Path root) {

    /** Creates it when missing. */
    public static DataDirectory at(Path root) {
        try {
            Files.createDirectories(root);
            return new DataDirectory(root.toRealPath());
        } catch (IOException notPossible) {
            throw new StartProblem(
                    "The data directory %s cannot be made: %s".formatted(root.toAbsolutePath(), notPossible),
                    notPossible);
        }
    }

    public Path secrets() {
        return root.resolve("secrets.properties");
    }

    public Path database() {
        return root.resolve("mariadb");
    }

    public RememberedPort simulatorPort() {
        return new RememberedPort(root.resolve("simulator.port"));
    }
}
