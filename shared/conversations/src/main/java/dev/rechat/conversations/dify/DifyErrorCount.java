package dev.rechat.conversations.dify;

import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyObserver;
import dev.rechat.kernel.signal.Meters;
import dev.rechat.kernel.signal.MetricName;
import jakarta.inject.Singleton;

/** Counts how Dify fails, by our codes. */
@Singleton
final class DifyErrorCount implements DifyObserver {

    private final Meters meters;

    DifyErrorCount(Meters meters) {
        this.meters = meters;
    }

    @Override
    public void failed(DifyException failure) {
        meters.counter(MetricName.DIFY_ERRORS, DifyCodes.of(failure).code()).increment();
    }
}
