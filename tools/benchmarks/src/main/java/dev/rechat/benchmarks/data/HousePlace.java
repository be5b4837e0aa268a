package dev.rechat.benchmarks.data;

import dev.rechat.testing.database.Schema;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a house is, on the command line. */
public final class HousePlace {

    @Option(
            names = "--data",
            defaultValue = "${sys:rechat.root:-.}/target/rechat/bench/house",
            paramLabel = "DIR",
            description = "Where the embedded MariaDB keeps it. Default: ${DEFAULT-VALUE}")
    private Path directory = Path.of("");

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "An empty schema of a server of your own instead: jdbc:mysql://HOST:3306/DATABASE")
    private @Nullable String url;

    @Option(names = "--user", defaultValue = "rechat", paramLabel = "NAME", description = "Of that server.")
    private String user = "";

    @Option(
            names = "--password",
            defaultValue = "${env:DATASOURCES_DEFAULT_PASSWORD:-}",
            paramLabel = "WORD",
            description = "Of that server. Default: DATASOURCES_DEFAULT_PASSWORD")
    private String password = "";

    public Path directory() {
        return directory.toAbsolutePath().normalize();
    }

    /** Null for the embedded one. */
    public @Nullable Schema database() {
        return url == null ? null : schema(url);
    }

    /** Another schema of that server. */
    public Schema schema(String other) {
        return new Schema(other, user, password);
    }
}
