package dev.rechat.dify;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** Connections nobody accepts, as many as a listener queues. */
final class FullBacklog implements AutoCloseable {

    private static final int MOST = 64;

    private final List<Socket> waiting = new ArrayList<>();

    private FullBacklog() {}

    static FullBacklog of(ServerSocket listener) throws IOException {
        FullBacklog backlog = new FullBacklog();
        for (int i = 0; i < MOST; i++) {
            Socket socket = new Socket();
            backlog.waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()), 200);
            } catch (SocketTimeoutException full) {
                return backlog;
            }
        }
        throw new IOException("the backlog does not fill up");
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : waiting) {
            socket.close();
        }
    }
}
