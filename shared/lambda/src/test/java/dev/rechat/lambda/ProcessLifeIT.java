package dev.rechat.lambda;

import static dev.rechat.lambda.RunningFunction.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.lambda.buffered.BufferedFunction;
import dev.rechat.lambda.streaming.StreamingFunction;
import dev.rechat.testing.lambda.ApiGatewayEvents;
import dev.rechat.testing.lambda.FunctionError;
import dev.rechat.testing.lambda.FunctionProcess;
import dev.rechat.testing.lambda.Invocation;
import dev.rechat.testing.lambda.LambdaAnswer;
import dev.rechat.testing.lambda.RuntimeApiStub;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the process of a function begins and ends. */
class ProcessLifeIT {

    /** What a JVM ends with after SIGTERM, whatever its program wanted. */
    private static final int TERMINATED = 128 + 15;

    @ParameterizedTest
    @ValueSource(classes = {BufferedFunction.class, StreamingFunction.class})
    void printsEveryProblemOfItsConfigurationAndEndsWithTwo(Class<?> main) {
        try (RuntimeApiStub lambda = RuntimeApiStub.start();
                FunctionProcess function = failing(main, "APP_WRONG_CONFIGURATION", lambda)) {
            FunctionError error = lambda.awaitInitError(PATIENCE);

            assertThat(function.awaitExit(PATIENCE)).isEqualTo(2);
            assertThat(function.log())
                    .contains("RECHAT_JWT_KEYS is missing\n")
                    .contains("DATASOURCES_DEFAULT_URL is no JDBC URL\n");
            assertThat(error.type()).isEqualTo("Function.InvalidConfiguration");
            assertThat(error.message()).contains("RECHAT_JWT_KEYS").contains("DATASOURCES_DEFAULT_URL");
            assertThat(lambda.polled()).isFalse();
        }
    }

    @Test
    void namesItsOwnSettingWhenThatIsWrong() {
        try (RuntimeApiStub lambda = RuntimeApiStub.start();
                FunctionProcess function = FunctionProcess.java(StreamingFunction.class.getName())
                        .environment("AWS_LAMBDA_RUNTIME_API", lambda.endpoint())
                        .environment("RECHAT_LAMBDA_DEADLINE_MARGIN", "-1s")
                        .start()) {
            assertThat(function.awaitExit(PATIENCE)).isEqualTo(2);
            assertThat(function.log()).contains("RECHAT_LAMBDA_DEADLINE_MARGIN");
        }
    }

    @Test
    void tellsLambdaThatTheStartFailedAndEndsWithOne() {
        try (RuntimeApiStub lambda = RuntimeApiStub.start();
                FunctionProcess function = failing(BufferedFunction.class, "APP_FAILING_START", lambda)) {
            FunctionError error = lambda.awaitInitError(PATIENCE);

            assertThat(function.awaitExit(PATIENCE)).isEqualTo(1);
            assertThat(error.type()).isEqualTo("Function.InitFailed");
            assertThat(error.body()).doesNotContain("secret-detail");
        }
    }

    private static FunctionProcess failing(Class<?> main, String how, RuntimeApiStub lambda) {
        return FunctionProcess.java(main.getName())
                .environment("AWS_LAMBDA_RUNTIME_API", lambda.endpoint())
                .environment(how, "true")
                .start();
    }

    @Test
    void saysWhereItBelongsWhenStartedOutsideLambda() {
        try (FunctionProcess function =
                FunctionProcess.java(BufferedFunction.class.getName()).start()) {
            assertThat(function.awaitExit(PATIENCE)).isEqualTo(2);
            assertThat(function.log()).contains("AWS_LAMBDA_RUNTIME_API");
        }
    }

    @Test
    void endsWhenTheRuntimeApiIsGone() {
        RuntimeApiStub lambda = RuntimeApiStub.start();
        try (FunctionProcess function =
                FunctionProcess.java(BufferedFunction.class.getName()).start(lambda, PATIENCE)) {
            lambda.close();

            assertThat(function.awaitExit(PATIENCE)).isEqualTo(1);
        }
    }

    @Test
    void endsAtOnceWhenToldToWhileItWaits() {
        try (RuntimeApiStub lambda = RuntimeApiStub.start();
                FunctionProcess function =
                        FunctionProcess.java(BufferedFunction.class.getName()).start(lambda, PATIENCE)) {
            function.terminate();

            assertThat(function.awaitExit(PATIENCE)).isEqualTo(TERMINATED);
            assertThat(function.log()).doesNotContain("ERROR");
        }
    }

    @Test
    void endsTheStreamInOrderWhenToldToInItsMidst() {
        try (RuntimeApiStub lambda = RuntimeApiStub.start();
                Gate gate = new Gate();
                FunctionProcess function =
                        FunctionProcess.java(StreamingFunction.class.getName()).start(lambda, PATIENCE)) {
            Invocation invocation = lambda.invoke(ApiGatewayEvents.get("/stream/events")
                    .query("gate", Integer.toString(gate.port()))
                    .build());
            gate.order("alpha");
            invocation.awaitText("alpha", PATIENCE);

            function.terminate();

            LambdaAnswer answer = invocation.awaitResponse(PATIENCE);
            assertThat(answer.complete()).isTrue();
            assertThat(answer.trailers()).isEmpty();
            assertThat(function.awaitExit(PATIENCE)).isEqualTo(TERMINATED);
        }
    }

    @Test
    void replacesAnAnswerThatIsLargerThanLambdaTakes() {
        try (RunningFunction function = RunningFunction.start(BufferedFunction.class)) {
            LambdaAnswer answer =
                    function.call(ApiGatewayEvents.get("/large").query("bytes", Integer.toString(7_000_000)));

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).contains("\"code\":\"internal_error\"");
            function.assertSound();
        }
    }

    @Test
    void answersInTimeWhenTheApplicationDoesNot() {
        try (RunningFunction function = RunningFunction.start(BufferedFunction.class)) {
            LambdaAnswer answer = function.lambda()
                    .invoke(ApiGatewayEvents.get("/hang").build(), Duration.ofSeconds(8))
                    .awaitResponse(Duration.ofSeconds(8));

            assertThat(answer.status()).isEqualTo(500);
            function.assertSound();
        }
    }
}
