package dev.rechat.dify;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Requests to the Service API and what must be true of their answers; each call is one request. */
final class HttpCalls implements AutoCloseable {

    private static final int OK = 200;

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

    /** Returns once Dify has accepted the request; a refusal is thrown. */
    DifyStream stream(HttpMethod method, DifyApp app, String path, byte @Nullable [] body, StreamProgress.Kind kind) {
        HttpAnswer answer = transport.send(
                method, app.resolve(path), app.key(), MediaType.TEXT_EVENT_STREAM, body, limits.firstByte());
        requireSuccess(answer, MediaType.TEXT_EVENT_STREAM, Deadline.in(limits.firstByte()));
        StreamProgress progress = new StreamProgress(kind, limits.audioTail().isPositive());
        return new HttpDifyStream(answer.body(), events, progress, limits);
    }

    byte[] call(HttpMethod method, DifyApp app, String path, byte @Nullable [] body) {
        return call(method, app, path, body, limits.firstByte());
    }

    /** @param headLimit longest wait for the head of the answer */
    byte[] call(HttpMethod method, DifyApp app, String path, byte @Nullable [] body, Duration headLimit) {
        Deadline deadline = Deadline.in(limits.total());
        HttpAnswer answer =
                transport.send(method, app.resolve(path), app.key(), MediaType.APPLICATION_JSON, body, headLimit);
        requireSuccess(answer, MediaType.APPLICATION_JSON, deadline);
        return answer.readAll(deadline, limits.maxBodyBytes());
    }

    /** Status first, then content type; whatever is not as expected is read and thrown. */
    private void requireSuccess(HttpAnswer answer, String expectedType, Deadline deadline) {
        if (answer.status() != OK) {
            throw failures.of(answer.status(), answer.headers(), answer.contentType(), refusal(answer, deadline));
        }
        if (!answer.contentType().equals(expectedType)) {
            answer.body().close();
            throw new DifyProtocolException(
                    "Dify answered with content type '%s' in place of '%s'"
                            .formatted(answer.contentType(), expectedType),
                    DifyProblem.ofStatus(OK),
                    null);
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
