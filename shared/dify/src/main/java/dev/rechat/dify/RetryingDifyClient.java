package dev.rechat.dify;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls that change nothing again when Dify was merely unwell; generations are never sent twice.
 */
final class RetryingDifyClient implements DifyClient {

    static final Duration MAX_WAIT = Retry.MAX_WAIT;

    private final DifyClient delegate;
    private final Retry retry;

    RetryingDifyClient(DifyClient delegate, int retries, Sleeper sleeper, RandomGenerator random) {
        this(delegate, new Retry(retries, sleeper, random));
    }

    RetryingDifyClient(DifyClient delegate, Retry retry) {
        this.delegate = delegate;
        this.retry = retry;
    }

    @Override
    public DifyStream stream(DifyApp app, DifyRequest request, @Nullable String traceId) {
        return delegate.stream(app, request, traceId);
    }

    @Override
    public DifyAnswer ask(DifyApp app, DifyRequest request) {
        return delegate.ask(app, request);
    }

    @Override
    public void stop(DifyApp app, DifyMode mode, String taskId, String user) {
        retry.call(() -> {
            delegate.stop(app, mode, taskId, user);
            return taskId;
        });
    }

    @Override
    public DifyParameters parameters(DifyApp app) {
        return retry.call(() -> delegate.parameters(app));
    }

    @Override
    public DifyAppDescription info(DifyApp app) {
        return retry.call(() -> delegate.info(app));
    }

    @Override
    public void close() {
        delegate.close();
    }
}
