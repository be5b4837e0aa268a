package dev.rechat.local.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Greets who connects, hears one line, and hangs up: enough to know that somebody speaks to it. */
final class RudeMailServer implements AutoCloseable {

    private final ServerSocket entrance;
    private final CompletableFuture<String> heard;

    RudeMailServer() {
        try {
            entrance = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        heard = CompletableFuture.supplyAsync(
                this::serve, task -> Thread.ofVirtual().start(task));
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** The first line of the first client that says any. */
    CompletableFuture<String> heard() {
        return heard;
    }

    private String serve() {
        while (true) {
            try (Socket client = entrance.accept();
                    BufferedReader lines = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
                client.getOutputStream().write("220 mail\r\n".getBytes(StandardCharsets.US_ASCII));
                String line = lines.readLine();
                if (line != null) {
                    return line;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
