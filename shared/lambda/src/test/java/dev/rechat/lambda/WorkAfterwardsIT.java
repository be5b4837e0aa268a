package dev.rechat.lambda;

import static dev.rechat.lambda.RunningFunction.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.lambda.buffered.BufferedFunction;
import dev.rechat.lambda.streaming.StreamingFunction;
import dev.rechat.testing.lambda.ApiGatewayEvents;
import dev.rechat.testing.lambda.Invocation;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work that the answer does not wait for is done before the process may be frozen, which it is when it asks for more. */
class WorkAfterwardsIT {

    @ParameterizedTest
    @ValueSource(classes = {BufferedFunction.class, StreamingFunction.class})
    void isDoneAfterTheAnswerAndBeforeTheNextEventIsTaken(Class<?> main) {
        try (RunningFunction function = RunningFunction.start(main);
                Gate gate = new Gate()) {
            Invocation first = invoke(function, gate, Duration.ofMinutes(1));
            Invocation second =
                    function.lambda().invoke(ApiGatewayEvents.get("/echo").build());

            assertThat(first.awaitResponse(PATIENCE).text()).isEqualTo("answered");
            assertThat(gate.report()).isEqualTo("begun");
            assertThat(gate.silentFor(Duration.ofMillis(300))).isTrue();
            assertThat(second.fetched()).isFalse();
            gate.order("go");

            assertThat(gate.report()).isEqualTo("done");
            assertThat(second.awaitResponse(PATIENCE).status()).isEqualTo(200);
            function.assertSound();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {BufferedFunction.class, StreamingFunction.class})
    void isWaitedForNoLongerThanTheInvocationLasts(Class<?> main) {
        try (RunningFunction function = RunningFunction.start(main);
                Gate gate = new Gate()) {
            Invocation first = invoke(function, gate, Duration.ofSeconds(8));

            assertThat(first.awaitResponse(PATIENCE).text()).isEqualTo("answered");
            assertThat(gate.report()).isEqualTo("begun");

            assertThat(function.call(ApiGatewayEvents.get("/echo")).status()).isEqualTo(200);
            assertThat(function.process().log()).contains("were not done");
            function.assertSound();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {BufferedFunction.class, StreamingFunction.class})
    void harmsNothingWhenItFails(Class<?> main) {
        try (RunningFunction function = RunningFunction.start(main);
                Gate gate = new Gate()) {
            Invocation first = invoke(function, gate, Duration.ofMinutes(1));
            gate.order("fail");

            assertThat(first.awaitResponse(PATIENCE).text()).isEqualTo("answered");
            assertThat(function.call(ApiGatewayEvents.get("/echo")).status()).isEqualTo(200);
            assertThat(function.process().log()).contains("what the test orders failed after its request was answered");
            function.assertSound();
        }
    }

    private static Invocation invoke(RunningFunction function, Gate gate, Duration untilDeadline) {
        return function.lambda()
                .invoke(
                        ApiGatewayEvents.get("/afterwards")
                                .query("gate", Integer.toString(gate.port()))
                                .build(),
                        untilDeadline);
    }
}
