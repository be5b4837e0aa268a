package dev.rechat.runlog.search.client;

import dev.rechat.runlog.RunLogUnavailableException;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server. All requests may be sent again, for whatever they write goes by ids. Thread-safe, blocking; connections are
 * made with the first request.
 *
 * <p>Every method fails with {@link RunLogUnavailableException} when the server does not answer, answers nonsense or refuses.
 */
public final class SearchClient implements AutoCloseable {

    private final Supplier<Connection> connections;
    private final Json json;
    private final Duration timeout;
    private final int retries;
    private final Pauses pauses;
    private @Nullable Connection connection;

    public static SearchClient of(ServerAddress server, JsonMapper mapper) {
        return new SearchClient(
                () -> new ClientConnection(Transports.of(server)),
                new Json(mapper),
                server.timeout(),
                server.retries(),
                Pauses.REAL);
    }

    SearchClient(Supplier<Connection> connections, Json json, Duration timeout, int retries, Pauses pauses) {
        this.connections = connections;
        this.json = json;
        this.timeout = timeout;
        this.retries = retries;
        this.pauses = pauses;
    }

    public Json json() {
        return json;
    }

    public JsonNode get(String path, Map<String, String> parameters) {
        return demand("GET", path, parameters, new byte[0]);
    }

    /** Empty where there is no such thing. */
    public Optional<JsonNode> find(String path) {
        try {
            return Optional.of(send("GET", path, Map.of(), new byte[0]));
        } catch (RefusedRequestException refused) {
            if (refused.status() == 404) {
                return Optional.empty();
            }
            throw refused.unavailable();
        }
    }

    public JsonNode post(String path, Map<String, String> parameters, JsonNode body) {
        return demand("POST", path, parameters, json.write(body));
    }

    public JsonNode post(String path, Map<String, String> parameters) {
        return demand("POST", path, parameters, new byte[0]);
    }

    /**
     * Many parts in one request, each a line.
     *
     * @throws RefusedRequestException when the request is malformed or too large: the caller may try parts of it
     */
    public JsonNode postLines(String path, Map<String, String> parameters, List<JsonNode> lines) {
        return send("POST", path, parameters, json.writeLines(lines));
    }

    public JsonNode put(String path, Map<String, String> parameters, JsonNode body) {
        return demand("PUT", path, parameters, json.write(body));
    }

    public JsonNode delete(String path, Map<String, String> parameters) {
        return demand("DELETE", path, parameters, new byte[0]);
    }

    /** What a caller that has parts of a request to send again waits before it does. @return false when it should give up */
    public boolean pauseBefore(int attempt) {
        if (attempt > retries) {
            return false;
        }
        pauses.before(attempt, null);
        return true;
    }

    /** What is refused here is so because the server is not as we want it: another's template, another's mapping. */
    private JsonNode demand(String method, String path, Map<String, String> parameters, byte[] body) {
        try {
            return send(method, path, parameters, body);
        } catch (RefusedRequestException refused) {
            throw refused.unavailable();
        }
    }

    private JsonNode send(String method, String path, Map<String, String> parameters, byte[] body) {
        long begun = pauses.nanoTime();
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt > retries || pauses.nanoTime() - begun >= timeout.toNanos();
            try {
                Answer answer = connection().send(method, path, parameters, body);
                if (answer.isSuccess()) {
                    return json.read(answer.body());
                }
                if (last || !answer.mayPass()) {
                    throw Refusals.of(answer, json);
                }
                pauses.before(attempt, answer.retryAfter());
            } catch (IOException failure) {
                if (last || !Refusals.mayPass(failure)) {
                    throw Refusals.of(failure);
                }
                pauses.before(attempt, null);
            }
        }
    }

    private synchronized Connection connection() {
        if (connection == null) {
            connection = connections.get();
        }
        return connection;
    }

    @Override
    public synchronized void close() throws IOException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
