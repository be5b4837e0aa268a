package dev.rechat.chat.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/** A client with the smallest window the system gives, that reads when it is told to. */
final class SlowReader implements AutoCloseable {

    private final Socket socket = new Socket();

    SlowReader(HttpRequest request) throws IOException {
        socket.setReceiveBufferSize(1);
        socket.connect(
                new InetSocketAddress(request.uri().getHost(), request.uri().getPort()));
        StringBuilder head = new StringBuilder("GET " + request.uri().getPath() + " HTTP/1.1\r\nHost: localhost\r\n");
        request.headers()
                .map()
                .forEach((name, values) ->
                        head.append(name).append(": ").append(values.getFirst()).append("\r\n"));
        socket.getOutputStream()
                .write(head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** Everything up to the end, without the head. */
    String rest() throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        while (!line(in).isEmpty()) {
            // the head
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            body.writeBytes(in.readNBytes(size));
            line(in);
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the answer ended after " + line);
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
