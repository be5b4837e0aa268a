package dev.rechat.lambda.runtime;

import dev.rechat.lambda.signal.FunctionSignals;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches and answers invocations until the process is told to stop or the Runtime API is gone. */
final class FunctionLoop {

    private static final Logger LOG = LoggerFactory.getLogger(FunctionLoop.class);

    private final RuntimeApi api;
    private final InvocationHandler handler;
    private final FunctionSignals signals;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile boolean polling;

    FunctionLoop(RuntimeApi api, InvocationHandler handler, FunctionSignals signals) {
        this.api = api;
        this.handler = handler;
        this.signals = signals;
    }

    /** Runs until {@link #stop}; returns the exit code of the process. */
    int run() {
        signals.started();
        try {
            while (!stopping) {
                answerNext();
            }
            return 0;
        } catch (IOException gone) {
            if (stopping) {
                return 0;
            }
            LOG.error("the Runtime API is gone", gone);
            return 1;
        } finally {
            signals.tell(System.out);
            ended.countDown();
        }
    }

    private void answerNext() throws IOException {
        polling = true;
        Invocation invocation;
        try {
            invocation = api.next();
        } finally {
            polling = false;
        }
        try {
            handler.handle(invocation, api);
        } catch (IOException notTaken) {
            // The next poll shows whether only this answer's connection is gone or Lambda is.
            LOG.warn("the answer to {} was not taken: {}", invocation.id(), notTaken.getMessage());
        }
        // Now: Lambda may freeze the process as soon as it asks for the next one.
        signals.answered(System.out);
    }

    /** Lets the invocation that is under way end in order, up to a time; one that waits for an event ends at once. */
    void stop(Duration grace) {
        stopping = true;
        handler.stop();
        if (polling) {
            api.close();
        }
        try {
            if (!ended.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("stopping in the middle of an invocation");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        api.close();
    }
}
