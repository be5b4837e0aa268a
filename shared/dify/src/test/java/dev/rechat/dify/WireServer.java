package dev.rechat.dify;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server that decides about every byte it sends; one script answers every request. */
final class WireServer implements AutoCloseable {

    private final ServerSocket listener;
    private final Script script;
    private final BlockingQueue<Received> requests = new LinkedBlockingQueue<>();

    WireServer(Script script) {
        this(InetAddress.getLoopbackAddress(), 0, script);
    }

    WireServer(InetAddress address, int port, Script script) {
        this.script = script;
        try {
            listener = new ServerSocket(port, 2048, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("wire-server").start(this::accept);
    }

    /** Answers with this status, content type and body. */
    static WireServer answering(int status, String contentType, String body) {
        return new WireServer((request, wire) -> wire.answer(status, contentType, body));
    }

    /** Answers with a complete stream of these blocks. */
    static WireServer streaming(String... blocks) {
        return new WireServer((request, wire) -> {
            wire.streamHead();
            for (String block : blocks) {
                wire.chunk(block);
            }
            wire.endOfChunks();
        });
    }

    DifyApp app() {
        return new DifyApp(uri("/v1"), new DifyApiKey("app-not-a-real-key"));
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
    }

    /** The next request not yet asked for. */
    Received request() throws InterruptedException {
        Received request = requests.poll(10, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    int requestsLeft() {
        return requests.size();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Wire wire = new Wire(socket);
            while (true) {
                Received request = wire.read();
                if (request == null) {
                    return;
                }
                requests.add(request);
                script.answer(request, wire);
            }
        } catch (SocketException | EOFException clientHasGone) {
            // Scripts go on writing after the client has closed; what is tested is seen by the client.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server does with a request. The connection is kept for the next one when it returns. */
    interface Script {
        void answer(Received request, Wire wire) throws IOException, InterruptedException;
    }

    /** A request as it came. */
    record Received(String line, String head, String body) {
        String header(String name) {
            return head.lines()
                    .filter(l -> l.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(l -> l.substring(name.length() + 1).trim())
                    .findFirst()
                    .orElse("");
        }
    }

    /** The server's end of a connection. */
    static final class Wire {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        Wire(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
        }

        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        void send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        void answer(int status, String contentType, String body, String... headers) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            StringBuilder head =
                    new StringBuilder("HTTP/1.1 " + status + " X\r\nContent-Type: " + contentType + "\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            send(head + "Content-Length: " + bytes.length + "\r\n\r\n");
            send(bytes);
        }

        void streamHead() throws IOException {
            send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n");
        }

        void chunk(String text) throws IOException {
            chunk(text.getBytes(StandardCharsets.UTF_8));
        }

        void chunk(byte[] bytes) throws IOException {
            ByteArrayOutputStream framed = new ByteArrayOutputStream();
            framed.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            framed.writeBytes(bytes);
            framed.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
            send(framed.toByteArray());
        }

        void event(String json) throws IOException {
            chunk("data: " + json + "\n\n");
        }

        void endOfChunks() throws IOException {
            send("0\r\n\r\n");
        }

        /** Closes with a reset, as a crashing server does. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        void close() throws IOException {
            socket.close();
        }

        /** Blocks until the client has closed its end. */
        void awaitClientGone() throws IOException {
            try {
                while (in.read() >= 0) {
                    // a client has nothing to say while it is being answered
                }
            } catch (SocketException reset) {
                // gone as well
            }
        }

        @Nullable
        Received read() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!endsWithBlankLine(head.toByteArray())) {
                int b = in.read();
                if (b < 0) {
                    return null;
                }
                head.write(b);
            }
            String text = head.toString(StandardCharsets.ISO_8859_1);
            Received withoutBody = new Received(text.lines().findFirst().orElse(""), text, "");
            String length = withoutBody.header("content-length");
            byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
            return new Received(withoutBody.line(), text, new String(body, StandardCharsets.UTF_8));
        }

        private static boolean endsWithBlankLine(byte[] bytes) {
            int n = bytes.length;
            return n >= 4 && Arrays.equals(Arrays.copyOfRange(bytes, n - 4, n), new byte[] {'\r', '\n', '\r', '\n'});
        }
    }
}
