package dev.rechat.testing.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Ends TLS before a server on 127.0.0.1 that has none. What comes is passed on at once. */
public final class TlsFront implements AutoCloseable {

    private final ServerSocket entrance;
    private final int back;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private TlsFront(ServerSocket entrance, int back) {
        this.entrance = entrance;
        this.back = back;
    }

    /** @param back the port of that server */
    public static TlsFront before(int back, ServerCertificate certificate) {
        try {
            TlsFront front = new TlsFront(
                    certificate
                            .context()
                            .getServerSocketFactory()
                            .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                    back);
            front.threads.execute(front::serve);
            return front;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return entrance.getLocalPort();
    }

    private void serve() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                threads.execute(() -> converse(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), back)) {
            threads.execute(() -> pass(client, server));
            pass(server, client);
        } catch (IOException gone) {
            // Both ends see that it is closed: what they make of it is tested.
        }
    }

    /** Until one end has nothing more to say, or does not listen. A client that refuses the certificate says nothing at all. */
    private static void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
            to.shutdownOutput();
        } catch (IOException gone) {
            closeBoth(from, to);
        }
    }

    private static void closeBoth(Socket one, Socket other) {
        try (one;
                other) {
            one.shutdownInput();
        } catch (IOException closed) {
            // It was closed before.
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
