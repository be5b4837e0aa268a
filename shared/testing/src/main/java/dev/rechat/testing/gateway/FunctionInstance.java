package dev.rechat.testing.gateway;

import dev.rechat.testing.lambda.FunctionProcess;
import dev.rechat.testing.lambda.Invocation;
import dev.rechat.testing.lambda.RuntimeApiStub;
import java.time.Duration;

/** One execution environment: a process and the Runtime API it polls. It has one invocation at a time. */
final class FunctionInstance implements AutoCloseable {

    private final RuntimeApiStub lambda = RuntimeApiStub.start();
    private final FunctionProcess process;
    private volatile boolean answered;

    /** Returns when the function has polled. @throws FunctionDiedException when it ends before that, with its log */
    FunctionInstance(FunctionProcess.Builder builder, Duration patience) {
        try {
            process = builder.start(lambda, patience);
        } catch (AssertionError notReady) {
            lambda.close();
            throw new FunctionDiedException(notReady);
        }
        process.onExit(lambda::abandon);
    }

    Invocation invoke(String event, Duration untilDeadline) {
        answered = false;
        Invocation invocation = lambda.invoke(event, untilDeadline);
        if (!process.alive()) {
            // It died before, so nobody else will say that there is no answer.
            lambda.abandon();
        }
        return invocation;
    }

    /** It has nothing more to say; it is free as soon as it polls. */
    void markAnswered() {
        answered = true;
    }

    boolean answered() {
        return answered;
    }

    /** Whether it asked for the next event in this time. */
    boolean pollsWithin(Duration patience) {
        try {
            lambda.awaitPoll(patience, process::alive);
            return process.alive();
        } catch (AssertionError doesNot) {
            return false;
        }
    }

    FunctionProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.thaw();
        process.close();
        lambda.close();
    }
}
