package dev.rechat.dify;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Requests whose answers have been looked at: what is returned is a success, all else is thrown. Thread-safe. */
final class HttpCalls implements AutoCloseable {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    private final HttpTransport transport;
    private final DifyClientConfiguration limits;
    private final HttpFailures failures;
    private final DifyEventReader events;

    HttpCalls(HttpTransport transport, DifyClientConfiguration limits, Json json, Clock clock) {
        this.transport = transport;
        this.limits = limits;
        this.failures = new HttpFailures(json, clock);
        this.events = new DifyEventReader(json);
    }

    DifyClientConfiguration limits() {
        return limits;
    }

    /** Returns once Dify has accepted the request; a refusal is thrown. */
    DifyStream stream(HttpMethod method, DifyApp app, String path, byte @Nullable [] body, StreamProgress.Kind kind) {
        HttpAnswer answer = open(
                method,
                app.resolve(path),
                app.key(),
                MediaType.TEXT_EVENT_STREAM,
                body == null ? null : RequestBody.json(body),
                limits.firstByte());
        requireType(answer, MediaType.TEXT_EVENT_STREAM);
        StreamProgress progress = new StreamProgress(kind, limits.audioTail().isPositive());
        return new HttpDifyStream(answer.body(), events, progress, limits);
    }

    /** All of a JSON answer to a JSON request, or to one without a body. */
    byte[] call(HttpMethod method, DifyApp app, String path, byte @Nullable [] body) {
        return call(method, app, path, body, limits.firstByte());
    }

    /** @param headLimit longest wait for the head of the answer */
    byte[] call(HttpMethod method, DifyApp app, String path, byte @Nullable [] body, Duration headLimit) {
        return json(method, app, path, body == null ? null : RequestBody.json(body), headLimit);
    }

    /** All of a JSON answer. */
    byte[] json(HttpMethod method, DifyApp app, String path, @Nullable RequestBody body, Duration headLimit) {
        Deadline deadline = Deadline.in(limits.total());
        HttpAnswer answer =
                transport.send(method, app.resolve(path), app.key(), MediaType.APPLICATION_JSON, body, headLimit);
        requireSuccess(answer, deadline);
        requireType(answer, MediaType.APPLICATION_JSON);
        return answer.readAll(deadline, limits.maxBodyBytes());
    }

    /** A request whose success has nothing to tell: Dify answers with no content, and did with a bit of JSON once. */
    void order(HttpMethod method, DifyApp app, String path, RequestBody body, Duration headLimit) {
        HttpAnswer answer =
                transport.send(method, app.resolve(path), app.key(), MediaType.APPLICATION_JSON, body, headLimit);
        if (answer.status() != NO_CONTENT) {
            requireSuccess(answer, Deadline.in(headLimit));
            requireType(answer, MediaType.APPLICATION_JSON);
        }
        answer.body().close();
    }

    /** An answer of which only the head is there; whoever takes it closes its body. */
    HttpAnswer open(
            HttpMethod method,
            URI uri,
            @Nullable DifyApiKey key,
            String accept,
            @Nullable RequestBody body,
            Duration headLimit) {
        HttpAnswer answer = transport.send(method, uri, key, accept, body, headLimit);
        requireSuccess(answer, Deadline.in(headLimit));
        return answer;
    }

    static void requireType(HttpAnswer answer, String expected) {
        if (!answer.contentType().equals(expected)) {
            answer.body().close();
            throw new DifyProtocolException(
                    "Dify answered with content type '%s' in place of '%s'".formatted(answer.contentType(), expected),
                    DifyProblem.ofStatus(answer.status()),
                    null);
        }
    }

    private void requireSuccess(HttpAnswer answer, Deadline deadline) {
        if (answer.status() != OK && answer.status() != CREATED) {
            throw failures.of(answer.status(), answer.headers(), answer.contentType(), refusal(answer, deadline));
        }
    }

    /** What a refusal says; nothing when that does not come, since the status alone tells the most. */
    private byte[] refusal(HttpAnswer answer, Deadline deadline) {
        try {
            return answer.readAll(deadline, limits.maxBodyBytes());
        } catch (DifyException incomplete) {
            return new byte[0];
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
