package dev.rechat.local.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Where the server is to listen; port 0 lets the system choose. */
public record ListenAddress(String host, int port) {

    private static final int HIGHEST_PORT = 65_535;
    private static final int PORTS_TRIED = 100;

    /** @throws StartProblem when the port is taken or the host is not one of this machine */
    public void requireFree() {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new StartProblem("The host name %s is not known here.".formatted(host));
        }
        try {
            bind(host, port);
        } catch (IOException taken) {
            throw new StartProblem(
                    "Port %d on %s cannot be used (%s).%s".formatted(port, host, taken.getMessage(), suggestion()),
                    taken);
        }
    }

    private String suggestion() {
        return IntStream.range(port + 1, Math.min(port + PORTS_TRIED, HIGHEST_PORT))
                .filter(this::isFree)
                .mapToObj("%nAnother program listens there; choose another port, such as --port %d."::formatted)
                .findFirst()
                .orElse("");
    }

    private boolean isFree(int candidate) {
        try {
            bind(host, candidate);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static void bind(String host, int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
        }
    }
}
