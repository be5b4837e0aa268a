package dev.rechat.runlog.search.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ResponseException;

/** Through the generic client of opensearch-java, which asks Elasticsearch the same way. */
final class ClientConnection implements Connection {

    private final OpenSearchTransport transport;
    private final OpenSearchGenericClient client;

    ClientConnection(OpenSearchTransport transport) {
        this.transport = transport;
        this.client = new OpenSearchGenericClient(transport);
    }

    @Override
    public Answer send(String method, String path, Map<String, String> parameters, byte[] body) throws IOException {
        var builder = Requests.builder().method(method).endpoint(path).query(parameters);
        if (body.length > 0) {
            builder = builder.body(Body.from(body, "application/json"));
        }
        Request request = builder.build();
        try (Response response = client.execute(request)) {
            Optional<Body> answer = response.getBody();
            byte[] bytes = answer.isPresent() ? answer.get().bodyAsBytes() : new byte[0];
            return new Answer(response.getStatus(), bytes, retryAfter(response));
        } catch (OpenSearchException refused) {
            // The signing transport does not let a 403 pass as an answer.
            return new Answer(refused.status(), new byte[0], null);
        } catch (IOException failure) {
            return refusal(failure);
        }
    }

    /**
     * The other transport lets few errors pass as answers. What it throws tells the status; the body is within its message only,
     * after the first line, and may quote documents, so it is read here and goes no further.
     */
    private static Answer refusal(IOException failure) throws IOException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResponseException refused) {
                String message = String.valueOf(refused.getMessage());
                String body = message.substring(message.indexOf('\n') + 1);
                return new Answer(refused.status(), body.getBytes(StandardCharsets.UTF_8), null);
            }
        }
        throw failure;
    }

    private static @Nullable Duration retryAfter(Response response) {
        return response.getHeaders().stream()
                .filter(header -> "retry-after".equalsIgnoreCase(header.getKey()))
                .map(Map.Entry::getValue)
                .filter(value -> value.matches("\\d{1,4}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }
}
