package dev.rechat.admin.app;

import dev.rechat.conversations.probe.DifyProblems;
import dev.rechat.conversations.probe.Finding;
import dev.rechat.conversations.probe.ProbeStep;
import dev.rechat.dify.DifyApp;
import dev.rechat.dify.DifyAppDescription;
import dev.rechat.dify.DifyClient;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyMode;
import dev.rechat.dify.DifyParameters;
import dev.rechat.kernel.error.ErrorCode;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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

    /** For the questions of one request. */
    Patience patience() {
        return Patience.of(configuration.difyPatience());
    }

    /** Name and mode. @throws AppException whose message tells an administrator what to mend */
    DifyAppDescription describe(DifyApp app) {
        try {
            return info(app, patience());
        } catch (ProbeFailedException failed) {
            throw failed.finding().asException(failed.getCause());
        }
    }

    /** Name and mode. @throws ProbeFailedException which says at what it ended */
    DifyAppDescription info(DifyApp app, Patience patience) {
        DifyAppDescription description = within(patience, ProbeStep.INFO, () -> dify.info(app));
        if (description.mode() == DifyMode.UNKNOWN) {
            throw new ProbeFailedException(
                    new Finding(
                            ProbeStep.INFO,
                            "mode_unsupported",
                            ErrorCode.DIFY_PROTOCOL_ERROR,
                            "the app is of a kind that is not supported"),
                    null);
        }
        return description;
    }

    /** What a conversation begins with. @throws ProbeFailedException which says at what it ended */
    DifyParameters parameters(DifyApp app, Patience patience) {
        return within(patience, ProbeStep.PARAMETERS, () -> dify.parameters(app));
    }

    /** The client's own limits hold for each attempt; an administrator waits behind a gateway for all of them. */
    private <T> T within(Patience patience, ProbeStep asked, Callable<T> question) {
        Future<T> answer = threads.submit(question);
        try {
            return answer.get(patience.nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof DifyException failure
                    ? new ProbeFailedException(DifyProblems.of(failure, asked), failure)
                    : new IllegalStateException(failed.getCause());
        } catch (TimeoutException late) {
            throw new ProbeFailedException(DifyProblems.silent(asked), late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while Dify was asked");
        } finally {
            answer.cancel(true);
        }
    }
}
