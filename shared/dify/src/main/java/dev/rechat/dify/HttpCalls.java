package dev.rechat.dify;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Requests whose answers have been looked at: what is returned is a success, all else is thrown. Thread-safe. */
final class HttpCalls implements AutoCloseable {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;

    private final HttpTransport transport;
    private final DifyClientConfiguration limits;
    private final HttpFailures failures;
    private final DifyEventReader events;
    private final SpareKeyNotices notices;
    private final DifyObserver observer;

    HttpCalls(HttpTransport transport, DifyClientConfiguration limits, Json json, Clock clock, DifyObserver observer) {
        this.transport = transport;
        this.limits = limits;
        this.failures = new HttpFailures(json, clock);
        this.events = new DifyEventReader(json);
        this.notices = new SpareKeyNotices(clock);
        this.observer = observer;
    }

    private <T> T observed(Supplier<T> call) {
        try {
            return call.get();
        } catch (DifyException failure) {
            observer.failed(failure);
            throw failure;
        }
    }

    DifyClientConfiguration limits() {
        return limits;
    }

    /** Returns once Dify has accepted the request; a refusal is thrown. */
    DifyStream stream(HttpMethod method, DifyApp app, String path, byte @Nullable [] body, StreamProgress.Kind kind) {
        HttpAnswer answer = observed(() -> {
            HttpAnswer accepted = accepted(
                    method,
                    app,
                    path,
                    MediaType.TEXT_EVENT_STREAM,
                    body == null ? null : RequestBody.json(body),
                    limits.firstByte());
            requireType(accepted, MediaType.TEXT_EVENT_STREAM);
            return accepted;
        });
        StreamProgress progress = new StreamProgress(kind, limits.audioTail().isPositive());
        return new HttpDifyStream(answer.body(), events, progress, limits, observer);
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
        return observed(() -> {
            HttpAnswer answer = send(method, app, path, MediaType.APPLICATION_JSON, body, headLimit);
            requireSuccess(answer, deadline);
            requireType(answer, MediaType.APPLICATION_JSON);
            return answer.readAll(deadline, limits.maxBodyBytes());
        });
    }

    /** A request whose success has nothing to tell: Dify answers with no content, and did with a bit of JSON once. */
    void order(HttpMethod method, DifyApp app, String path, RequestBody body, Duration headLimit) {
        HttpAnswer done = observed(() -> {
            HttpAnswer answer = send(method, app, path, MediaType.APPLICATION_JSON, body, headLimit);
            if (answer.status() != NO_CONTENT) {
                requireSuccess(answer, Deadline.in(headLimit));
                requireType(answer, MediaType.APPLICATION_JSON);
            }
            return answer;
        });
        done.body().close();
    }

    /** An answer of which only the head is there; whoever takes it closes its body. */
    HttpAnswer open(
            HttpMethod method,
            DifyApp app,
            String path,
            String accept,
            @Nullable RequestBody body,
            Duration headLimit) {
        return observed(() -> accepted(method, app, path, accept, body, headLimit));
    }

    private HttpAnswer accepted(
            HttpMethod method,
            DifyApp app,
            String path,
            String accept,
            @Nullable RequestBody body,
            Duration headLimit) {
        HttpAnswer answer = send(method, app, path, accept, body, headLimit);
        requireSuccess(answer, Deadline.in(headLimit));
        return answer;
    }

    /** As {@link #open}, of an address that is enough without a key. */
    HttpAnswer openWithoutKey(URI uri, Duration headLimit) {
        return observed(() -> {
            HttpAnswer answer = transport.send(HttpMethod.GET, uri, null, MediaType.ALL, null, headLimit);
            requireSuccess(answer, Deadline.in(headLimit));
            return answer;
        });
    }

    /** With the spare key where Dify refuses the first; whatever the second answer is, it holds. */
    private HttpAnswer send(
            HttpMethod method,
            DifyApp app,
            String path,
            String accept,
            @Nullable RequestBody body,
            Duration headLimit) {
        URI uri = app.resolve(path);
        HttpAnswer answer = transport.send(method, uri, app.key(), accept, body, headLimit);
        DifyApiKey spare = app.spareKey();
        if (answer.status() != UNAUTHORIZED || spare == null) {
            return answer;
        }
        refusal(answer, Deadline.in(headLimit));
        HttpAnswer second = transport.send(method, uri, spare, accept, body, headLimit);
        if (second.status() != UNAUTHORIZED) {
            notices.spareKeyWorks(app);
        }
        return second;
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
