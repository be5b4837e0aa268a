package dev.rechat.lambda.runtime;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of the Runtime API. Used by the one thread that answers invocations; {@link #close()} may come from any
 * thread and ends a poll that waits.
 */
public final class RuntimeApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RuntimeApi.class);
    private static final String BASE = "/2018-06-01/runtime/";
    private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";
    private static final String JSON = "application/json";

    private final String authority;
    private volatile @Nullable RuntimeConnection connection;
    private volatile boolean closed;

    /** @param authority host and port, the value of {@code AWS_LAMBDA_RUNTIME_API} */
    public RuntimeApi(String authority) {
        this.authority = authority;
    }

    /**
     * Waits for the next event.
     *
     * @throws IOException when the Runtime API is gone or {@link #close()} was called
     */
    Invocation next() throws IOException {
        RuntimeAnswer answer = poll();
        String id = answer.header("lambda-runtime-aws-request-id");
        if (!answer.accepted() || id == null) {
            throw new IOException("the Runtime API answered a poll with " + answer.status());
        }
        return new Invocation(id, deadline(answer), answer.body());
    }

    private RuntimeAnswer poll() throws IOException {
        boolean reused = connection != null;
        try {
            return exchange("GET", BASE + "invocation/next", Map.of(), new byte[0]);
        } catch (IOException e) {
            if (!reused || closed) {
                throw e;
            }
            // A connection that was kept may have been ended by the other side; a poll takes nothing away, so ask anew.
            LOG.debug("polling again on a new connection: {}", e.getMessage());
            return exchange("GET", BASE + "invocation/next", Map.of(), new byte[0]);
        }
    }

    private static Instant deadline(RuntimeAnswer answer) {
        String millis = answer.header("lambda-runtime-deadline-ms");
        try {
            return Instant.ofEpochMilli(Long.parseLong(Objects.requireNonNullElse(millis, "")));
        } catch (NumberFormatException none) {
            // Lambda always sends one; without it nothing is cut short.
            return Instant.MAX;
        }
    }

    /**
     * Answers with one finished body.
     *
     * @throws AnswerRefusedException when Lambda does not take this body; the invocation is still open then
     */
    public void respond(String id, byte[] body) throws IOException {
        RuntimeAnswer answer = exchange("POST", path(id, "response"), Map.of("Content-Type", JSON), body);
        if (!answer.accepted()) {
            if (answer.fatal()) {
                throw new IOException("the Runtime API answered a response with " + answer.status());
            }
            throw new AnswerRefusedException(answer.status());
        }
    }

    /** Begins an answer in the streaming form. Nothing is sent before its first chunk. */
    public ResponseStream stream(String id) throws IOException {
        RuntimeConnection open = connection();
        return ResponseStream.open(open, path(id, "response"), ERROR_TYPE);
    }

    /** Tells Lambda that an invocation failed; the gateway makes a 502 of it. */
    public void error(String id, FunctionFailure failure) throws IOException {
        report(path(id, "error"), failure);
    }

    /** Tells Lambda that the function cannot start. */
    void initError(FunctionFailure failure) throws IOException {
        report(BASE + "init/error", failure);
    }

    private void report(String path, FunctionFailure failure) throws IOException {
        Map<String, String> headers = Map.of("Content-Type", JSON, ERROR_TYPE, failure.type());
        RuntimeAnswer answer = exchange("POST", path, headers, failure.json());
        if (!answer.accepted()) {
            LOG.warn("the Runtime API answered an error report with {}", answer.status());
        }
    }

    private RuntimeAnswer exchange(String method, String path, Map<String, String> headers, byte[] body)
            throws IOException {
        RuntimeConnection open = connection();
        try {
            Map<String, String> all = new LinkedHashMap<>(headers);
            if (body.length > 0 || method.equals("POST")) {
                all.put("Content-Length", Integer.toString(body.length));
            }
            open.head(method, path, all);
            open.write(body);
            open.flush();
            return open.readAnswer();
        } catch (IOException e) {
            open.close();
            throw e;
        }
    }

    /** The connection of before if it can be used again, or else a new one. */
    private RuntimeConnection connection() throws IOException {
        RuntimeConnection kept = connection;
        if (kept != null && kept.reusable()) {
            return kept;
        }
        if (kept != null) {
            kept.close();
        }
        RuntimeConnection fresh = RuntimeConnection.open(authority);
        connection = fresh;
        if (closed) {
            fresh.close();
        }
        return fresh;
    }

    private static String path(String id, String what) {
        return BASE + "invocation/" + id + "/" + what;
    }

    @Override
    public void close() {
        closed = true;
        RuntimeConnection open = connection;
        if (open != null) {
            open.close();
        }
    }
}
