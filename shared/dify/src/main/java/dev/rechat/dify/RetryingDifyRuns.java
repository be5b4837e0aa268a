package dev.rechat.dify;

import dev.rechat.dify.payload.DifyForm;
import dev.rechat.dify.payload.DifyRunDetail;
import dev.rechat.dify.payload.DifyRunLogPage;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Asks again when Dify was merely unwell; a form is never submitted twice. */
final class RetryingDifyRuns implements DifyRuns {

    private final DifyRuns delegate;
    private final Retry retry;

    RetryingDifyRuns(DifyRuns delegate, Retry retry) {
        this.delegate = delegate;
        this.retry = retry;
    }

    @Override
    public DifyStream events(DifyApp app, String runId, String user, boolean snapshot) {
        return retry.call(() -> delegate.events(app, runId, user, snapshot));
    }

    @Override
    public DifyRunDetail detail(DifyApp app, String runId) {
        return retry.call(() -> delegate.detail(app, runId));
    }

    @Override
    public DifyRunLogPage logs(DifyApp app, @Nullable Instant after, @Nullable Instant before, int page, int limit) {
        return retry.call(() -> delegate.logs(app, after, before, page, limit));
    }

    @Override
    public DifyForm form(DifyApp app, String formToken) {
        return retry.call(() -> delegate.form(app, formToken));
    }

    @Override
    public void submit(DifyApp app, String formToken, JsonNode inputs, String action, String user) {
        delegate.submit(app, formToken, inputs, action, user);
    }

    @Override
    public void close() {
        delegate.close();
    }
}
