package dev.rechat.dify;

import dev.rechat.dify.payload.DifyForm;
import dev.rechat.dify.payload.DifyRunDetail;
import dev.rechat.dify.payload.DifyRunLogPage;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The client of an application that consists of it; closing it ends the application. */
final class StandaloneClient implements DifyClient, DifyRuns {

    private final ApplicationContext context;
    private final DifyClient client;
    private final DifyRuns runs;

    StandaloneClient(ApplicationContext context) {
        this.context = context;
        this.client = context.getBean(DifyClient.class);
        this.runs = context.getBean(DifyRuns.class);
    }

    @Override
    public DifyStream stream(DifyApp app, DifyRequest request, @Nullable String traceId) {
        return client.stream(app, request, traceId);
    }

    @Override
    public DifyAnswer ask(DifyApp app, DifyRequest request) {
        return client.ask(app, request);
    }

    @Override
    public void stop(DifyApp app, DifyMode mode, String taskId, String user) {
        client.stop(app, mode, taskId, user);
    }

    @Override
    public DifyParameters parameters(DifyApp app) {
        return client.parameters(app);
    }

    @Override
    public DifyAppDescription info(DifyApp app) {
        return client.info(app);
    }

    @Override
    public DifyStream events(DifyApp app, String runId, String user, boolean snapshot) {
        return runs.events(app, runId, user, snapshot);
    }

    @Override
    public DifyRunDetail detail(DifyApp app, String runId) {
        return runs.detail(app, runId);
    }

    @Override
    public DifyRunLogPage logs(DifyApp app, @Nullable Instant after, @Nullable Instant before, int page, int limit) {
        return runs.logs(app, after, before, page, limit);
    }

    @Override
    public DifyForm form(DifyApp app, String formToken) {
        return runs.form(app, formToken);
    }

    @Override
    public void submit(DifyApp app, String formToken, JsonNode inputs, String action, String user) {
        runs.submit(app, formToken, inputs, action, user);
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}
