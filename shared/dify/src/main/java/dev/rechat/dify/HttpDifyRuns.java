package dev.rechat.dify;

import dev.rechat.dify.payload.DifyForm;
import dev.rechat.dify.payload.DifyRunDetail;
import dev.rechat.dify.payload.DifyRunLogPage;
import io.micronaut.http.HttpMethod;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Runs and forms over HTTP; each call is one request. */
final class HttpDifyRuns implements DifyRuns {

    private final HttpCalls http;
    private final Json json;
    private final DifyRunReader runs;

    HttpDifyRuns(HttpCalls http, Json json) {
        this.http = http;
        this.json = json;
        this.runs = new DifyRunReader(json);
    }

    @Override
    public DifyStream events(DifyApp app, String runId, String user, boolean snapshot) {
        String path = Routes.runEvents(runId, user, snapshot);
        return http.stream(HttpMethod.GET, app, path, null, StreamProgress.Kind.RUN);
    }

    @Override
    public DifyRunDetail detail(DifyApp app, String runId) {
        return runs.detail(http.call(HttpMethod.GET, app, Routes.run(runId), null));
    }

    @Override
    public DifyRunLogPage logs(DifyApp app, @Nullable Instant after, @Nullable Instant before, int page, int limit) {
        return runs.logs(http.call(HttpMethod.GET, app, Routes.runLogs(after, before, page, limit), null));
    }

    @Override
    public DifyForm form(DifyApp app, String formToken) {
        return runs.form(http.call(HttpMethod.GET, app, Routes.form(formToken), null));
    }

    @Override
    public void submit(DifyApp app, String formToken, JsonNode inputs, String action, String user) {
        byte[] body = json.write(new FormBody(inputs, action, user));
        http.call(HttpMethod.POST, app, Routes.form(formToken), body);
    }

    @Override
    public void close() {
        http.close();
    }
}
