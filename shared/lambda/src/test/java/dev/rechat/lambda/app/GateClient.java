package dev.rechat.lambda.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The application's side of the line on which a test decides when a piece may be produced. */
final class GateClient implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader orders;

    GateClient(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            orders = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void tell(String what) {
        try {
            socket.getOutputStream().write((what + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read() {
        try {
            return Objects.requireNonNullElse(orders.readLine(), "end");
        } catch (IOException closed) {
            return "end";
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
