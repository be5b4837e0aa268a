package dev.rechat.lambda.runtime;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A kept-alive HTTP/1.1 connection to the Runtime API over a plain socket: the JDK's clients can neither flush chunk by
 * chunk nor send trailers, and the smaller this is the sooner a cold function answers. Used by one thread at a time;
 * {@link #close()} may come from any.
 */
final class RuntimeConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RuntimeConnection.class);
    private static final int CONNECT_TIMEOUT_MS = 2_000;
    private static final int MAX_HEAD = 256 * 1024;
    private static final int MAX_BODY = 64 * 1024 * 1024;

    private final String authority;
    private final Closeable transport;
    private final InputStream in;
    private final OutputStream out;
    private volatile boolean reusable = true;

    RuntimeConnection(String authority, InputStream in, OutputStream out, Closeable transport) {
        this.authority = authority;
        this.in = new BufferedInputStream(in);
        this.out = new BufferedOutputStream(out);
        this.transport = transport;
    }

    /** @param authority host and port */
    static RuntimeConnection open(String authority) throws IOException {
        int colon = authority.lastIndexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        int port = colon < 0 ? 80 : Integer.parseInt(authority.substring(colon + 1));
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, port), CONNECT_TIMEOUT_MS);
            return new RuntimeConnection(authority, socket.getInputStream(), socket.getOutputStream(), socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    boolean reusable() {
        return reusable;
    }

    /** Writes a request head; nothing is sent before {@link #flush()}. Header names and values are ours. */
    void head(String method, String path, Map<String, String> headers) throws IOException {
        StringBuilder head = new StringBuilder(512)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(authority)
                .append("\r\nUser-Agent: rechat-lambda\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    void flush() throws IOException {
        out.flush();
    }

    /** Waits for the answer, however long it takes: a poll has no time limit. */
    RuntimeAnswer readAnswer() throws IOException {
        int[] budget = {MAX_HEAD};
        String status = line(budget);
        String[] parts = status.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.")) {
            throw new IOException("not an HTTP answer: " + status);
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(budget); !line.isEmpty(); line = line(budget)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        String body = new String(body(headers), StandardCharsets.UTF_8);
        if ("close".equalsIgnoreCase(headers.get("connection")) || !parts[0].equals("HTTP/1.1")) {
            reusable = false;
        }
        try {
            return new RuntimeAnswer(Integer.parseInt(parts[1]), Map.copyOf(headers), body);
        } catch (NumberFormatException e) {
            throw new IOException("not an HTTP answer: " + status, e);
        }
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return new ChunkedBody(in, MAX_BODY, this::line).read();
        }
        String length = headers.getOrDefault("content-length", "0");
        long size;
        try {
            size = Long.parseLong(length);
        } catch (NumberFormatException e) {
            throw new IOException("bad Content-Length: " + length, e);
        }
        if (size < 0 || size > MAX_BODY) {
            throw new IOException("an answer of " + size + " bytes");
        }
        byte[] body = in.readNBytes((int) size);
        if (body.length < size) {
            throw new EOFException("the Runtime API ended the connection in the middle of a body");
        }
        return body;
    }

    private String line(int[] budget) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the Runtime API ended the connection");
            }
            if (--budget[0] < 0) {
                throw new IOException("the head of an answer is larger than " + MAX_HEAD + " bytes");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        reusable = false;
        try {
            transport.close();
        } catch (IOException alreadyGone) {
            LOG.debug("closing the connection to the Runtime API failed", alreadyGone);
        }
    }
}
