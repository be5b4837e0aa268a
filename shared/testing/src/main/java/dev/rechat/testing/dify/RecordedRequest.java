package dev.rechat.testing.dify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.testing.http.Ending;
import dev.rechat.testing.http.Exchange;
import dev.rechat.testing.http.IncomingRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A request the simulator has received, and how it went on. */
public final class RecordedRequest {

    private final Instant at = Instant.now();
    private final Exchange exchange;

    RecordedRequest(Exchange exchange) {
        this.exchange = exchange;
    }

    /** When it had arrived completely. */
    public Instant at() {
        return at;
    }

    public String method() {
        return exchange.request().method();
    }

    /** With {@code /v1}, without the query. */
    public String path() {
        return exchange.request().path();
    }

    /** Query parameters, headers and the raw body. */
    public IncomingRequest request() {
        return exchange.request();
    }

    public Optional<String> header(String name) {
        return exchange.request().header(name);
    }

    public String body() {
        return exchange.request().body().text();
    }

    /**
     * The body as JSON.
     *
     * @throws IllegalStateException if it is not
     */
    public JsonNode json() {
        try {
            return Json.parse(body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The body is not JSON", e);
        }
    }

    /** How the exchange ended; nothing while it goes on. */
    public Optional<Ending> ending() {
        return Optional.ofNullable(exchange.ended().getNow(null));
    }

    /**
     * Waits for the end of the exchange.
     *
     * @throws IllegalStateException if it goes on longer than that
     */
    public Ending awaitEnding(Duration patience) throws InterruptedException {
        try {
            return exchange.ended().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(this + " is still being answered after " + patience, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return method() + " " + path();
    }
}
