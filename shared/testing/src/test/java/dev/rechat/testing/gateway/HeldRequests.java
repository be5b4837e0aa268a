package dev.rechat.testing.gateway;

import dev.rechat.testing.http.Exchange;
import dev.rechat.testing.http.LoopbackServer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Where functions under test wait until the test lets them go on. */
final class HeldRequests implements AutoCloseable {

    private final BlockingQueue<Exchange> held = new LinkedBlockingQueue<>();
    private final LoopbackServer server = LoopbackServer.start(0, held::add);

    String uri() {
        return "http://127.0.0.1:" + server.port() + "/";
    }

    /** The function that came next; it waits until it is answered. */
    Exchange next() throws InterruptedException {
        return Objects.requireNonNull(held.poll(60, TimeUnit.SECONDS), "no function came");
    }

    static void letGo(Exchange function) {
        function.answer(200, Map.of(), new byte[0]);
    }

    @Override
    public void close() {
        server.close();
    }
}
