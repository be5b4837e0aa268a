package dev.rechat.dify;

import dev.rechat.dify.DifyTimeoutException.Phase;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The Service API over HTTP; each call is one request. */
final class HttpDifyClient implements DifyClient {

    private static final int OK = 200;

    private final HttpTransport transport;
    private final DifyClientConfiguration limits;
    private final Json json;
    private final HttpFailures failures;
    private final DifyEventReader events;
    private final DifyAnswerReader answers;
    private final DifyAppReader apps;

    HttpDifyClient(HttpTransport transport, DifyClientConfiguration limits, Json json, Clock clock) {
        this.transport = transport;
        this.limits = limits;
        this.json = json;
        this.failures = new HttpFailures(json, clock);
        this.events = new DifyEventReader(json);
        this.answers = new DifyAnswerReader(json);
        this.apps = new DifyAppReader(json);
    }

    @Override
    public DifyStream stream(DifyApp app, DifyRequest request) {
        byte[] body = json.write(GenerationBody.of(request, "streaming"));
        HttpAnswer answer = transport.send(
                HttpMethod.POST,
                app.resolve(Routes.generate(request)),
                app.key(),
                MediaType.TEXT_EVENT_STREAM,
                body,
                limits.firstByte());
        requireSuccess(answer, MediaType.TEXT_EVENT_STREAM, Deadline.in(limits.firstByte()));
        StreamProgress progress = new StreamProgress(request, limits.audioTail().isPositive());
        return new HttpDifyStream(answer.body(), events, progress, limits);
    }

    @Override
    public DifyAnswer ask(DifyApp app, DifyRequest request) {
        byte[] body = json.write(GenerationBody.of(request, "blocking"));
        try {
            return answers.read(request, call(HttpMethod.POST, app, Routes.generate(request), body, limits.total()));
        } catch (DifyTimeoutException timeout) {
            // Here the head of the response comes with its end, so waiting for the one is waiting for the other.
            throw timeout.phase() == Phase.FIRST_BYTE ? new DifyTimeoutException(Phase.TOTAL, limits.total()) : timeout;
        }
    }

    @Override
    public void stop(DifyApp app, DifyMode mode, String taskId, String user) {
        call(HttpMethod.POST, app, Routes.stop(mode, taskId), json.write(new StopBody(user)), limits.firstByte());
    }

    @Override
    public DifyParameters parameters(DifyApp app) {
        return apps.parameters(call(HttpMethod.GET, app, Routes.PARAMETERS, null, limits.firstByte()));
    }

    @Override
    public DifyAppDescription info(DifyApp app) {
        return apps.description(call(HttpMethod.GET, app, Routes.INFO, null, limits.firstByte()));
    }

    private byte[] call(HttpMethod method, DifyApp app, String path, byte @Nullable [] body, Duration headLimit) {
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
