package dev.rechat.admin.app;

import dev.rechat.dify.DifyApp;
import dev.rechat.dify.DifyAppDescription;
import dev.rechat.dify.DifyClient;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyMode;
import dev.rechat.kernel.error.DependencyException;
import dev.rechat.kernel.error.ErrorCode;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Asks a Dify app what it is, and says what is wrong when it does not tell. Blocks for the patience configured at most. */
@Singleton
final class DifyProbe {

    private final DifyClient dify;
    private final AdminConfiguration configuration;
    private final ExecutorService threads;

    DifyProbe(
            DifyClient dify, AdminConfiguration configuration, @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.dify = dify;
        this.configuration = configuration;
        this.threads = threads;
    }

    /** Name and mode. @throws DependencyException whose message tells an administrator what to mend */
    DifyAppDescription describe(DifyApp app) {
        return within(app, dify::info);
    }

    /** As {@link #describe}, after the parameters, which a conversation begins with, could be read as well. */
    DifyAppDescription examine(DifyApp app) {
        return within(app, target -> {
            DifyAppDescription description = dify.info(target);
            dify.parameters(target);
            return description;
        });
    }

    /** The client's own limits hold for each attempt; an administrator waits behind a gateway for all of them. */
    private DifyAppDescription within(DifyApp app, Function<DifyApp, DifyAppDescription> question) {
        Future<DifyAppDescription> answer = threads.submit(() -> question.apply(app));
        try {
            return known(answer.get(configuration.difyPatience().toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof DifyException failure
                    ? DifyProblems.of(failure)
                    : new IllegalStateException(failed.getCause());
        } catch (TimeoutException late) {
            throw new DependencyException(ErrorCode.DIFY_TIMEOUT, DifyProblems.SILENT, late, null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while Dify was asked");
        } finally {
            answer.cancel(true);
        }
    }

    private static DifyAppDescription known(DifyAppDescription description) {
        if (description.mode() == DifyMode.UNKNOWN) {
            throw new DependencyException(
                    ErrorCode.DIFY_PROTOCOL_ERROR, "the app is of a kind that is not supported", null, null);
        }
        return description;
    }
}
