package dev.rechat.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The test's side of the line on which it decides what the application produces, and hears what it does. */
final class Gate implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ServerSocket server;
    private @Nullable Socket application;
    private @Nullable BufferedReader reports;

    Gate() {
        try {
            server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            server.setSoTimeout((int) PATIENCE.toMillis());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    void order(String what) {
        try {
            application().getOutputStream().write((what + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An order that may cross the application's leaving; it is lost then. */
    void orderIfThere(String what) {
        try {
            application().getOutputStream().write((what + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (SocketException left) {
            // what it reported before it left can still be read
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next report of the application, or "closed" when it is done. */
    String report() {
        try {
            application();
            return Objects.requireNonNullElse(Objects.requireNonNull(reports).readLine(), "closed");
        } catch (SocketException left) {
            return "closed";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether nothing is reported for a time. */
    boolean silentFor(Duration time) {
        try {
            Socket open = application();
            open.setSoTimeout((int) time.toMillis());
            BufferedReader reader = Objects.requireNonNull(reports);
            reader.mark(1);
            try {
                reader.read();
                reader.reset();
                return false;
            } catch (SocketTimeoutException silent) {
                return true;
            } finally {
                open.setSoTimeout((int) PATIENCE.toMillis());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Socket application() throws IOException {
        Socket open = application;
        if (open == null) {
            open = server.accept();
            open.setSoTimeout((int) PATIENCE.toMillis());
            reports = new BufferedReader(new InputStreamReader(open.getInputStream(), StandardCharsets.UTF_8));
            application = open;
        }
        return open;
    }

    @Override
    public void close() {
        try {
            server.close();
            if (application != null) {
                application.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
