package dev.rechat.testing.database;

import dev.rechat.testing.tls.ServerCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A real database server on 127.0.0.1, started when first asked for and shared by all tests of this JVM. It ends with
 * the JVM, however that ends, and its files go with it. Safe for use by several threads.
 */
public final class TestDatabase {

    private static final Map<DatabaseKind, TestDatabase> RUNNING = new EnumMap<>(DatabaseKind.class);
    private static final String USERNAME = "rechat";
    private static final String PASSWORD = "test-only";
    private static final int ATTEMPTS = 3;

    /** Without TLS, which costs each new connection more than the query it is for. */
    private static final String PLAIN = "sslMode=DISABLED&allowPublicKeyRetrieval=true";

    private static final String SECURED = "sslMode=REQUIRED";

    private final DatabaseKind kind;
    private final Installation installation;
    private final Path directory;
    private final int port;
    private final String options;
    private final AtomicInteger schemas = new AtomicInteger();
    private @Nullable ServerProcess server;

    private TestDatabase(DatabaseKind kind, Installation installation, Path directory, int port, String options) {
        this.kind = kind;
        this.installation = installation;
        this.directory = directory;
        this.port = port;
        this.options = options;
    }

    /**
     * The server of the {@linkplain DatabaseKind#selected() selected} kind.
     *
     * @throws DatabaseUnavailableException if that server cannot run here
     */
    public static TestDatabase shared() {
        return shared(DatabaseKind.selected());
    }

    /** As {@link #shared()}, for a test that is about one kind of server. */
    public static synchronized TestDatabase shared(DatabaseKind kind) {
        TestDatabase running = RUNNING.get(kind);
        if (running == null) {
            running = launch(kind, null);
            RUNNING.put(kind, running);
        }
        return running;
    }

    /**
     * A server of its own that takes connections by TLS only. Its URLs ask for TLS without verifying, since this JVM does not know
     * the authority: {@code sslMode=REQUIRED} is there to be replaced.
     *
     * @throws DatabaseUnavailableException if that server cannot run here
     */
    public static TestDatabase secured(ServerCertificate certificate) {
        return launch(DatabaseKind.selected(), certificate);
    }

    private static TestDatabase launch(DatabaseKind kind, @Nullable ServerCertificate certificate) {
        Installation found = kind.installation();
        try {
            Path directory = Files.createTempDirectory("rechat-db-").toRealPath();
            Installation installation = certificate == null ? found : found.with(showing(certificate, kind, directory));
            DirectoryTree.copy(installation.template(), directory.resolve("data"));
            Files.writeString(
                    directory.resolve("init.sql"),
                    "CREATE USER IF NOT EXISTS '%s'@'%%' IDENTIFIED BY '%s';%nGRANT ALL ON *.* TO '%s'@'%%' WITH GRANT OPTION;%n"
                            .formatted(USERNAME, PASSWORD, USERNAME));
            TestDatabase database =
                    startOnFreePort(kind, installation, directory, certificate == null ? PLAIN : SECURED);
            Runtime.getRuntime().addShutdownHook(new Thread(database::discard, "discard-test-database"));
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> showing(ServerCertificate certificate, DatabaseKind kind, Path directory)
            throws IOException {
        Path chain = Files.writeString(directory.resolve("server.pem"), certificate.pem());
        Path key = Files.writeString(directory.resolve("server.key"), certificate.keyPem());
        List<String> options =
                new ArrayList<>(List.of("--ssl-cert=" + chain, "--ssl-key=" + key, "--require-secure-transport=ON"));
        if (kind == DatabaseKind.MARIADB) {
            options.add("--ssl");
        }
        return options;
    }

    /** Somebody else may take the port before the server does, so it is tried more than once. */
    private static TestDatabase startOnFreePort(
            DatabaseKind kind, Installation installation, Path directory, String options) throws IOException {
        for (int attempt = 1; true; attempt++) {
            TestDatabase database = new TestDatabase(kind, installation, directory, freePort(), options);
            try {
                database.start();
                return database;
            } catch (UncheckedIOException e) {
                if (attempt == ATTEMPTS) {
                    DirectoryTree.delete(directory);
                    throw e;
                }
            }
        }
    }

    /** Neither server can be asked to choose a port and say which. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public DatabaseKind kind() {
        return kind;
    }

    /** The address of the server without a schema. */
    public String jdbcUrl() {
        return urlOf("");
    }

    public String username() {
        return USERNAME;
    }

    public String password() {
        return PASSWORD;
    }

    /** Creates an empty schema nobody else uses. */
    public Schema createSchema() {
        String name = "rechat_" + schemas.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(jdbcUrl(), USERNAME, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create a schema on " + jdbcUrl(), e);
        }
        return new Schema(urlOf(name), USERNAME, PASSWORD);
    }

    /** Shuts the server down in order, for tests of what happens without it; {@link #start()} brings it back. */
    public synchronized void stop() {
        if (server != null) {
            try {
                server.stop();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = null;
        }
    }

    /** Starts a stopped server again at the same address with the data it had. Does nothing while it runs. */
    public synchronized void start() {
        if (server == null) {
            try {
                server = ServerProcess.start(installation, directory, directory.resolve("data"), port);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private synchronized void discard() {
        try {
            if (server != null) {
                server.kill();
                server = null;
            }
            DirectoryTree.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String urlOf(String schema) {
        return "jdbc:mysql://127.0.0.1:%d/%s?%s".formatted(port, schema, options);
    }
}
