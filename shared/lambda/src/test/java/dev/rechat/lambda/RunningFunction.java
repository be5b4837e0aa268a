package dev.rechat.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.testing.lambda.ApiGatewayEvents;
import dev.rechat.testing.lambda.FunctionProcess;
import dev.rechat.testing.lambda.LambdaAnswer;
import dev.rechat.testing.lambda.RuntimeApiStub;
import java.time.Duration;

/** A function process with a Runtime API of its own. */
record RunningFunction(RuntimeApiStub lambda, FunctionProcess process) implements AutoCloseable {

    /** Long, for a machine that does much else; nothing waits for its end when all is well. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    static RunningFunction start(Class<?> main) {
        RuntimeApiStub lambda = RuntimeApiStub.start();
        return new RunningFunction(lambda, FunctionProcess.java(main.getName()).start(lambda, PATIENCE));
    }

    LambdaAnswer call(ApiGatewayEvents event) {
        return call(event.build());
    }

    LambdaAnswer call(String event) {
        return lambda.invoke(event).awaitResponse(PATIENCE);
    }

    /** It did nothing Lambda would object to, and is ready for the next event. */
    void assertSound() {
        lambda.awaitPoll(PATIENCE);
        assertThat(lambda.violations()).isEmpty();
        assertThat(process.alive()).isTrue();
    }

    @Override
    public void close() {
        process.close();
        lambda.close();
    }
}
