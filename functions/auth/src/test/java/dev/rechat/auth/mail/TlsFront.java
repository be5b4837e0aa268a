package dev.rechat.auth.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Adds TLS to a mail server that has none: from the first byte, or when it is asked to start (RFC 3207). */
final class TlsFront implements AutoCloseable {

    private final ServerSocket entrance;
    private final int back;
    private final SSLContext tls;
    private final boolean immediate;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What was said before there was TLS. */
    final CopyOnWriteArrayList<String> heardInTheClear = new CopyOnWriteArrayList<>();

    TlsFront(int back, SSLContext tls, boolean immediate) throws IOException {
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.back = back;
        this.tls = tls;
        this.immediate = immediate;
        threads.submit(this::serve);
    }

    int port() {
        return entrance.getLocalPort();
    }

    private void serve() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                threads.submit(() -> {
                    converse(client);
                    return null;
                });
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket client) throws IOException {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), back)) {
            if (!immediate) {
                greetUntilTlsIsAskedFor(client);
            }
            try (SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(client, null, true)) {
                secured.setUseClientMode(false);
                if (!immediate) {
                    // The client was greeted before.
                    readLine(server.getInputStream());
                }
                threads.submit(() -> copy(secured.getInputStream(), server.getOutputStream()));
                copy(server.getInputStream(), secured.getOutputStream());
            }
        }
    }

    private void greetUntilTlsIsAskedFor(Socket client) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII), 1);
        OutputStream out = client.getOutputStream();
        say(out, "220 front");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            heardInTheClear.add(line);
            if (line.equals("STARTTLS")) {
                say(out, "220 go ahead");
                return;
            }
            say(out, line.startsWith("EHLO") ? "250-front\r\n250 STARTTLS" : "250 ok");
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void readLine(InputStream in) throws IOException {
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            // until the end of the line
        }
    }

    private static long copy(InputStream from, OutputStream to) {
        try {
            byte[] buffer = new byte[8192];
            long copied = 0;
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                to.write(buffer, 0, read);
                to.flush();
                copied += read;
            }
            return copied;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        threads.shutdownNow();
    }
}
