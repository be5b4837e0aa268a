package dev.rechat.dify;

import dev.rechat.dify.DifyTimeoutException.Phase;
import io.micronaut.http.HttpMethod;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The Service API over HTTP; each call is one request. */
final class HttpDifyClient implements DifyClient {

    private final HttpCalls http;
    private final Duration total;
    private final Json json;
    private final DifyAnswerReader answers;
    private final DifyAppReader apps;

    HttpDifyClient(HttpCalls http, Json json) {
        this.http = http;
        this.total = http.limits().total();
        this.json = json;
        this.answers = new DifyAnswerReader(json);
        this.apps = new DifyAppReader(json);
    }

    @Override
    public DifyStream stream(DifyApp app, DifyRequest request, @Nullable String traceId) {
        byte[] body = json.write(GenerationBody.of(request, "streaming", traceId));
        return http.stream(HttpMethod.POST, app, Routes.generate(request), body, StreamProgress.Kind.of(request));
    }

    @Override
    public DifyAnswer ask(DifyApp app, DifyRequest request) {
        byte[] body = json.write(GenerationBody.of(request, "blocking", null));
        try {
            return answers.read(request, http.call(HttpMethod.POST, app, Routes.generate(request), body, total));
        } catch (DifyTimeoutException timeout) {
            // Here the head of the response comes with its end, so waiting for the one is waiting for the other.
            throw timeout.phase() == Phase.FIRST_BYTE ? new DifyTimeoutException(Phase.TOTAL, total) : timeout;
        }
    }

    @Override
    public void stop(DifyApp app, DifyMode mode, String taskId, String user) {
        http.call(HttpMethod.POST, app, Routes.stop(mode, taskId), json.write(new UserBody(user)));
    }

    @Override
    public DifyParameters parameters(DifyApp app) {
        return apps.parameters(http.call(HttpMethod.GET, app, Routes.PARAMETERS, null));
    }

    @Override
    public DifyAppDescription info(DifyApp app) {
        return apps.description(http.call(HttpMethod.GET, app, Routes.INFO, null));
    }

    @Override
    public void close() {
        http.close();
    }
}
