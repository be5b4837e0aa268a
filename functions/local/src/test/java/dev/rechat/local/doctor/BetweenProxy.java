package dev.rechat.local.doctor;

import dev.rechat.testing.http.Exchange;
import dev.rechat.testing.http.LoopbackServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;

/** A proxy before a Dify: passes on what it gets, at once or when all of it is there. */
final class BetweenProxy implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI target;
    private final boolean buffering;
    private final LoopbackServer server = LoopbackServer.start(0, this::pass);

    /** @param target scheme, host and port of whom it is before */
    BetweenProxy(URI target, boolean buffering) {
        this.target = target;
        this.buffering = buffering;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port() + "/v1");
    }

    private void pass(Exchange exchange) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        target.resolve(exchange.request().path()))
                .method(
                        exchange.request().method(),
                        BodyPublishers.ofByteArray(exchange.request().body().bytes()));
        for (String name : new String[] {"authorization", "content-type", "accept"}) {
            exchange.request().header(name).ifPresent(value -> request.header(name, value));
        }
        try {
            var response = client.send(request.build(), BodyHandlers.ofInputStream());
            Map<String, String> headers = Map.of(
                    "Content-Type",
                    response.headers().firstValue("Content-Type").orElse("text/plain"));
            try (InputStream body = response.body()) {
                if (buffering) {
                    exchange.answer(response.statusCode(), headers, body.readAllBytes());
                } else {
                    exchange.open(response.statusCode(), headers);
                    byte[] buffer = new byte[8192];
                    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                        exchange.chunk(Arrays.copyOf(buffer, read));
                    }
                    exchange.finish();
                }
            }
        } catch (IOException cut) {
            exchange.cut();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(interrupted));
        }
    }

    @Override
    public void close() {
        server.close();
        client.shutdownNow();
    }
}
