package dev.rechat.local.database;

import dev.rechat.local.start.Progress;
import dev.rechat.local.start.StartProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** MariaDB on 127.0.0.1 with data that outlives it. It ends with {@link #close()}, and with this process in any case. */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String NAME = "rechat";

    private final Path directory;
    private final String password;
    private final int port;
    private final List<String> options;
    private final Progress progress;
    private @Nullable Child child;
    private boolean closed;

    private EmbeddedDatabase(Path directory, String password, int port, List<String> options, Progress progress) {
        this.directory = directory;
        this.password = password;
        this.port = port;
        this.options = List.copyOf(options);
        this.progress = progress;
    }

    /**
     * A server that is still to be started, on a free port.
     *
     * @param directory kept between starts, owned by the caller
     */
    public static EmbeddedDatabase in(Path directory, String password, Progress progress) throws IOException {
        return in(directory, password, List.of(), progress);
    }

    /** With further options of the server, such as {@code --innodb-buffer-pool-size=1G}, which win over ours. */
    public static EmbeddedDatabase in(Path directory, String password, List<String> options, Progress progress)
            throws IOException {
        return new EmbeddedDatabase(directory, password, freePort(), options, progress);
    }

    /** Whether there is nothing left to unpack. */
    public boolean isPrepared() {
        return MariaDbProgram.isUnpacked(directory) && Files.exists(data());
    }

    /**
     * Unpacks what is missing, starts the server, and returns when it accepts connections. To be called once.
     *
     * @throws StartProblem when the server cannot be made to run
     */
    public void start() {
        try {
            Files.createDirectories(directory);
            Path pidFile = directory.resolve("server.pid");
            StaleServer.end(pidFile, data(), progress);
            MariaDbProgram program = MariaDbProgram.unpacked(directory, progress);
            initialise(program);
            Path accounts = writeAccounts();
            own(() -> ServerProcess.launch(program, data(), accounts, pidFile, port, options))
                    .awaitReady();
        } catch (IOException failed) {
            throw new StartProblem("""
                    The embedded database does not start: %s
                    Its files are in %s. With DATASOURCES_DEFAULT_URL another server is used instead.""".formatted(reason(failed), directory), failed);
        }
    }

    /** Of our schema; without TLS, which costs every new connection on the loopback more than the query it is for. */
    public String jdbcUrl() {
        return "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true".formatted(port, NAME);
    }

    public String user() {
        return NAME;
    }

    private Path data() {
        return directory.resolve("data");
    }

    /** Like the program, the data directory is moved to its place when it is whole. */
    private void initialise(MariaDbProgram program) throws IOException {
        if (Files.notExists(data())) {
            progress.tell("Preparing an empty database…");
            Path partial = DirectoryTree.emptied(directory.resolve("data.partial"));
            own(() -> Initialisation.launch(program, partial)).awaitEnd();
            Files.move(partial, data(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @FunctionalInterface
    private interface Launch<T extends Child> {
        T launch() throws IOException;
    }

    private synchronized <T extends Child> T own(Launch<T> launch) throws IOException {
        if (closed) {
            throw new IOException("it was stopped before");
        }
        T launched = launch.launch();
        child = launched;
        return launched;
    }

    /**
     * Run by the server at each start, before it listens; so the account is right whatever the data directory knew. It may
     * make further schemas whose names begin with that of ours.
     */
    private Path writeAccounts() throws IOException {
        String account = "'%s'@'127.0.0.1'".formatted(NAME);
        String statements = """
                CREATE DATABASE IF NOT EXISTS %s CHARACTER SET utf8mb4;
                CREATE OR REPLACE USER %s IDENTIFIED BY '%s';
                GRANT ALL ON `%s%%`.* TO %s;
                """.formatted(NAME, account, password, NAME, account);
        Path file = directory.resolve("accounts.sql");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, statements);
    }

    /** The server cannot be asked to choose a port and say which. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The innermost message says what the operating system said, such as "No space left on device". */
    private static String reason(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        return message.contains("No space left") ? "the disk is full; free 1 GB and start again." : message;
    }

    /** Returns when all is written and the process has ended; also in the middle of {@link #start()}. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (child != null) {
            child.stop();
        }
    }
}
