package dev.rechat.dify;

import dev.rechat.dify.DifyTimeoutException.Phase;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The Service API over HTTP; each call is one request. */
final class HttpDifyClient implements DifyClient {

    private final HttpCalls calls;
    private final DifyClientConfiguration limits;
    private final Json json;
    private final DifyEventReader events;
    private final DifyAnswerReader answers;
    private final DifyAppReader apps;

    HttpDifyClient(HttpCalls calls, Json json) {
        this.calls = calls;
        this.limits = calls.limits();
        this.json = json;
        this.events = new DifyEventReader(json);
        this.answers = new DifyAnswerReader(json);
        this.apps = new DifyAppReader(json);
    }

    @Override
    public DifyStream stream(DifyApp app, DifyRequest request) {
        byte[] body = json.write(GenerationBody.of(request, "streaming"));
        HttpAnswer answer = calls.open(
                HttpMethod.POST,
                app.resolve(Routes.generate(request)),
                app.key(),
                MediaType.TEXT_EVENT_STREAM,
                RequestBody.json(body),
                limits.firstByte());
        HttpCalls.requireType(answer, MediaType.TEXT_EVENT_STREAM);
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
        return calls.json(method, app, path, body == null ? null : RequestBody.json(body), headLimit);
    }

    @Override
    public void close() {
        calls.close();
    }
}
