package dev.rechat.local.doctor.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;

/** Asks as a browser would, without following where it is led. */
public final class PlainHttp implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** For those that do not know {@code Expect}. */
    private static final Duration PATIENCE_WITH_OFFERS = Duration.ofSeconds(5);

    private static final int CONTINUE = 100;
    private static final int BEGINNING = 64 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    /** @throws IOException when no answer came, or not in time */
    public Page get(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    /** As {@link #get}, of any request. */
    public Page send(HttpRequest.Builder request) throws IOException {
        return send(request, PATIENCE);
    }

    private Page send(HttpRequest.Builder request, Duration patience) throws IOException {
        long begun = System.nanoTime();
        HttpResponse<InputStream> response = open(request.timeout(patience));
        try (InputStream body = response.body()) {
            String text = new String(body.readNBytes(BEGINNING), StandardCharsets.UTF_8);
            return new Page(
                    response.statusCode(), response.headers(), text, Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    /**
     * Posts a body of that length without sending it, and ends the connection when it is wanted.
     *
     * @return the status: 100 when it is wanted; empty when there is none
     */
    OptionalInt offer(URI address, long length) {
        UnsentBody body = new UnsentBody(length);
        try {
            return OptionalInt.of(
                    send(HttpRequest.newBuilder(address).expectContinue(true).POST(body), PATIENCE_WITH_OFFERS)
                            .status());
        } catch (IOException unsent) {
            return body.isWanted() ? OptionalInt.of(CONTINUE) : OptionalInt.empty();
        }
    }

    /** An answer of which only the head is there; whoever takes it closes the body. */
    public HttpResponse<InputStream> open(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), BodyHandlers.ofInputStream());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for an answer");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
