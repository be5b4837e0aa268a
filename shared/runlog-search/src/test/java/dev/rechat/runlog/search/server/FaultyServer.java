package dev.rechat.runlog.search.server;

import dev.rechat.testing.http.Exchange;
import dev.rechat.testing.http.IncomingRequest;
import dev.rechat.testing.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Stands before a real server and passes on what it is asked, but for what it is told to do wrong. */
public final class FaultyServer implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final List<IncomingRequest> requests = new CopyOnWriteArrayList<>();
    private final URI behind;
    private final LoopbackServer server;

    private FaultyServer(URI behind) {
        this.behind = behind;
        this.server = LoopbackServer.start(0, this::handle);
    }

    public static FaultyServer before(URI behind) {
        return new FaultyServer(behind);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** @param part of the path that requests must have, which fail so many times */
    public FaultyServer fail(String part, int times, Consumer<Exchange> how) {
        faults.add(new Fault(part, new AtomicInteger(times), how));
        return this;
    }

    /** Answers with an error as such servers do. */
    public FaultyServer answer(String part, int times, int status, String type) {
        String body = "{\"error\":{\"type\":\"" + type + "\",\"reason\":\"secret content\"},\"status\":" + status + "}";
        return fail(part, times, exchange -> json(exchange, status, body));
    }

    public static void json(Exchange exchange, int status, String body) {
        exchange.answer(status, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    /** Those that came to a path. */
    public List<IncomingRequest> requests(String part) {
        return requests.stream()
                .filter(request -> request.path().contains(part))
                .toList();
    }

    private void handle(Exchange exchange) {
        IncomingRequest request = exchange.request();
        requests.add(request);
        for (Fault fault : faults) {
            if (request.path().contains(fault.part()) && fault.left().getAndDecrement() > 0) {
                fault.how().accept(exchange);
                return;
            }
        }
        pass(exchange);
    }

    /** What a fault does that only comes before the answer. */
    public void pass(Exchange exchange) {
        IncomingRequest request = exchange.request();
        byte[] body = request.body().bytes();
        HttpRequest.Builder onward = HttpRequest.newBuilder(behind.resolve(request.target()))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(body));
        request.header("content-type").ifPresent(type -> onward.header("content-type", type));
        try {
            HttpResponse<byte[]> answer = client.send(onward.build(), HttpResponse.BodyHandlers.ofByteArray());
            exchange.answer(
                    answer.statusCode(),
                    Map.of(
                            "content-type",
                            answer.headers().firstValue("content-type").orElse("")),
                    answer.body());
        } catch (IOException gone) {
            exchange.cut();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            exchange.cut();
        }
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }

    private record Fault(String part, AtomicInteger left, Consumer<Exchange> how) {}
}
