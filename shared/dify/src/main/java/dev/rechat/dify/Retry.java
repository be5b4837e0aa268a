package dev.rechat.dify;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes a call that changes nothing again when Dify was merely unwell. Waits as long as Dify asks, or does not try again
 * when that is longer than {@link #MAX_WAIT}.
 */
final class Retry {

    static final Duration MAX_WAIT = Duration.ofSeconds(5);

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);

    private final int retries;
    private final Sleeper sleeper;
    private final RandomGenerator random;

    Retry(int retries, Sleeper sleeper, RandomGenerator random) {
        this.retries = retries;
        this.sleeper = sleeper;
        this.random = random;
    }

    /** Sleeps on the calling thread. */
    static Retry times(int retries) {
        return new Retry(
                retries, Sleeper::sleepThread, () -> ThreadLocalRandom.current().nextLong());
    }

    <T> T call(Supplier<T> call) {
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
                unavailable.mayPass()
                        ? unavailable.retryAfter().or(() -> Optional.of(backoff(attempt)))
                        : Optional.empty();
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
