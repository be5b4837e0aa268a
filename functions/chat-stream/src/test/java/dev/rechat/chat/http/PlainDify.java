package dev.rechat.chat.http;

import dev.rechat.testing.http.Exchange;
import dev.rechat.testing.http.LoopbackServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A Dify that says one word and waits for a stop, which it takes as the test wants. */
final class PlainDify implements AutoCloseable {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final Consumer<PlainDify> onStop;
    private final int stopStatus;
    private final CompletableFuture<String> lastWords = new CompletableFuture<>();
    private final LoopbackServer server = LoopbackServer.start(0, this::handle);

    /**
     * @param stopStatus how a stop is answered
     * @param onStop what happens before that
     */
    PlainDify(int stopStatus, Consumer<PlainDify> onStop) {
        this.stopStatus = stopStatus;
        this.onStop = onStop;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port() + "/v1");
    }

    /** Ends the answer as Dify does, be it stopped or not. */
    void endAnswer() {
        lastWords.complete(event("message_end", "\"metadata\":{}"));
    }

    private void handle(Exchange exchange) {
        if (exchange.request().path().endsWith("/stop")) {
            onStop.accept(this);
            exchange.answer(stopStatus, JSON, "{\"result\":\"success\"}".getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (!exchange.request().path().endsWith("-messages")) {
            exchange.answer(200, JSON, "{}".getBytes(StandardCharsets.UTF_8));
            return;
        }
        exchange.ended().thenRun(() -> lastWords.complete(""));
        exchange.open(200, Map.of("Content-Type", "text/event-stream"));
        exchange.chunk(event("message", "\"answer\":\"kept \"").getBytes(StandardCharsets.UTF_8));
        exchange.chunk(lastWords.join().getBytes(StandardCharsets.UTF_8));
        exchange.finish();
    }

    private static String event(String name, String more) {
        return "data: {\"event\":\"%s\",\"task_id\":\"t\",\"message_id\":\"m\",\"conversation_id\":\"c\",%s}\n\n"
                .formatted(name, more);
    }

    @Override
    public void close() {
        server.close();
    }
}
