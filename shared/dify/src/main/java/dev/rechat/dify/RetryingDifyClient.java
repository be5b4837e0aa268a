package dev.rechat.dify;

/** Makes calls that change nothing again when Dify was merely unwell; generations are never sent twice. */
final class RetryingDifyClient implements DifyClient {

    private final DifyClient delegate;
    private final Retries retries;

    RetryingDifyClient(DifyClient delegate, Retries retries) {
        this.delegate = delegate;
        this.retries = retries;
    }

    @Override
    public DifyStream stream(DifyApp app, DifyRequest request) {
        return delegate.stream(app, request);
    }

    @Override
    public DifyAnswer ask(DifyApp app, DifyRequest request) {
        return delegate.ask(app, request);
    }

    @Override
    public void stop(DifyApp app, DifyMode mode, String taskId, String user) {
        retries.around(() -> {
            delegate.stop(app, mode, taskId, user);
            return taskId;
        });
    }

    @Override
    public DifyParameters parameters(DifyApp app) {
        return retries.around(() -> delegate.parameters(app));
    }

    @Override
    public DifyAppDescription info(DifyApp app) {
        return retries.around(() -> delegate.info(app));
    }

    @Override
    public void close() {
        delegate.close();
    }
}
