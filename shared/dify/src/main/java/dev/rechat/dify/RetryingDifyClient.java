package dev.rechat.dify;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes calls that change nothing again when Dify was merely unwell; generations are never sent twice. Waits as long as
 * Dify asks, or does not try again when that is longer than {@link #MAX_WAIT}.
 */
final class RetryingDifyClient implements DifyClient {

    static final Duration MAX_WAIT = Duration.ofSeconds(5);

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);

    private final DifyClient delegate;
    private final int retries;
    private final Sleeper sleeper;
    private final RandomGenerator random;

    RetryingDifyClient(DifyClient delegate, int retries, Sleeper sleeper, RandomGenerator random) {
        this.delegate = delegate;
        this.retries = retries;
        this.sleeper = sleeper;
        this.random = random;
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
        retrying(() -> {
            delegate.stop(app, mode, taskId, user);
            return taskId;
        });
    }

    @Override
    public DifyParameters parameters(DifyApp app) {
        return retrying(() -> delegate.parameters(app));
    }

    @Override
    public DifyAppDescription info(DifyApp app) {
        return retrying(() -> delegate.info(app));
    }

    @Override
    public void close() {
        delegate.close();
    }

    private <T> T retrying(Supplier<T> call) {
        for (int attempt = 0; ; attempt++) {
            try {
                return call.get();
            } catch (DifyException failure) {
                Optional<Duration> wait = waitAfter(failure, attempt);
                if (attempt >= retries || wait.isEmpty() || wait.get().compareTo(MAX_WAIT) > 0) {
                    throw failure;
                }
                sleeper.sleep(wait.get());
            }
        }
    }

    /** Empty when trying again cannot help. */
    private Optional<Duration> waitAfter(DifyException failure, int attempt) {
        return switch (failure) {
            case DifyRateLimitedException limited -> limited.retryAfter().or(() -> Optional.of(backoff(attempt)));
            case DifyUnavailableException unavailable ->
                unavailable.retryAfter().or(() -> Optional.of(backoff(attempt)));
            case DifyTimeoutException timeout ->
                switch (timeout.phase()) {
                    case CONNECT, FIRST_BYTE -> Optional.of(backoff(attempt));
                    case IDLE, TOTAL -> Optional.empty();
                };
            case DifyRejectedException ignored -> Optional.empty();
            case DifyUnauthorizedException ignored -> Optional.empty();
            case DifyProtocolException ignored -> Optional.empty();
        };
    }

    /** Twice as long after each attempt, with half of it left to chance so that clients do not march in step. */
    private Duration backoff(int attempt) {
        long full = FIRST_WAIT.toMillis() << Math.min(attempt, 5);
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }
}
