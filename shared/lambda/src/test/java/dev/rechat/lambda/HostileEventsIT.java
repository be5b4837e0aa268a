package dev.rechat.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.lambda.buffered.BufferedFunction;
import dev.rechat.lambda.streaming.StreamingFunction;
import dev.rechat.testing.lambda.ApiGatewayEvents;
import dev.rechat.testing.lambda.HostileEvent;
import dev.rechat.testing.lambda.LambdaAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events nobody should send are answered, with a 4xx where they cannot be understood, and the function lives on. */
class HostileEventsIT {

    private static RunningFunction buffered;
    private static RunningFunction streaming;

    @BeforeAll
    static void start() {
        buffered = RunningFunction.start(BufferedFunction.class);
        streaming = RunningFunction.start(StreamingFunction.class);
    }

    @AfterAll
    static void stop() {
        buffered.close();
        streaming.close();
    }

    @ParameterizedTest
    @EnumSource
    void bufferedFunctionAnswers(HostileEvent hostile) {
        assertAnswered(hostile, buffered);
    }

    @ParameterizedTest
    @EnumSource
    void streamingFunctionAnswers(HostileEvent hostile) {
        assertAnswered(hostile, streaming);
    }

    private static void assertAnswered(HostileEvent hostile, RunningFunction function) {
        LambdaAnswer answer = function.call(hostile.of(ApiGatewayEvents.get("/echo")));

        assertThat(answer.error()).isNull();
        if (hostile.harmless()) {
            assertThat(answer.status()).isEqualTo(200);
        } else {
            assertThat(answer.status()).isBetween(400, 499);
        }
        if (answer.header("Content-Type")
                .filter("application/problem+json"::equals)
                .isPresent()) {
            assertThat(answer.text()).contains("\"code\":\"bad_request\"").contains("\"request_id\"");
        }
        assertThat(answer.text()).doesNotContain("Exception");
        function.assertSound();
    }
}
