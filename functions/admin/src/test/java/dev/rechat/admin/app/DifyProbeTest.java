package dev.rechat.admin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rechat.dify.DifyAnswer;
import dev.rechat.dify.DifyApiKey;
import dev.rechat.dify.DifyApp;
import dev.rechat.dify.DifyAppDescription;
import dev.rechat.dify.DifyClient;
import dev.rechat.dify.DifyMode;
import dev.rechat.dify.DifyParameters;
import dev.rechat.dify.DifyRequest;
import dev.rechat.dify.DifyStream;
import dev.rechat.kernel.error.DependencyException;
import dev.rechat.kernel.error.ErrorCode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifyProbeTest {

    private static final DifyApp APP =
            new DifyApp(URI.create("http://127.0.0.1/v1"), new DifyApiKey("app-looks-like-a-key"));

    @Test
    void givesUpAfterItsPatienceAndEndsTheCall() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        DifyClient silent = new FakeDify() {
            @Override
            public DifyAppDescription info(DifyApp app) {
                try {
                    new CountDownLatch(1).await();
                    throw new AssertionError("nobody counts it down");
                } catch (InterruptedException interrupted) {
                    ended.countDown();
                    throw new CancellationException();
                }
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            DifyProbe probe = new DifyProbe(silent, new AdminConfiguration(Duration.ofMillis(50)), threads);

            var failure = catchThrowableOfType(DependencyException.class, () -> probe.describe(APP));

            assertThat(failure.code()).isEqualTo(ErrorCode.DIFY_TIMEOUT);
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void refusesAKindOfAppNobodyCanChatWith() {
        DifyClient strange = new FakeDify() {
            @Override
            public DifyAppDescription info(DifyApp app) {
                return new DifyAppDescription("Strange", "", List.of(), DifyMode.UNKNOWN, "");
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            DifyProbe probe = new DifyProbe(strange, new AdminConfiguration(Duration.ofSeconds(10)), threads);

            var failure = catchThrowableOfType(DependencyException.class, () -> probe.describe(APP));

            assertThat(failure.code()).isEqualTo(ErrorCode.DIFY_PROTOCOL_ERROR);
        }
    }

    /** A client of which only {@code info} is ever called. */
    private abstract static class FakeDify implements DifyClient {

        @Override
        public DifyStream stream(DifyApp app, DifyRequest request, @Nullable String traceId) {
            throw new AssertionError();
        }

        @Override
        public DifyAnswer ask(DifyApp app, DifyRequest request) {
            throw new AssertionError();
        }

        @Override
        public void stop(DifyApp app, DifyMode mode, String taskId, String user) {
            throw new AssertionError();
        }

        @Override
        public DifyParameters parameters(DifyApp app) {
            throw new AssertionError();
        }

        @Override
        public void close() {}
    }
}
