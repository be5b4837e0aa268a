package dev.rechat.lambda;

import static dev.rechat.lambda.RunningFunction.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.lambda.buffered.BufferedFunction;
import dev.rechat.lambda.streaming.StreamingFunction;
import dev.rechat.testing.lambda.ApiGatewayEvents;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CloudWatch learns from lines of the log; the process says them after an answer, and before it asks for the next event. */
class MetricsAreToldIT {

    @ParameterizedTest
    @ValueSource(classes = {BufferedFunction.class, StreamingFunction.class})
    void coldStartIsToldOnceAndStartWithIt(Class<?> main) {
        try (RunningFunction function = RunningFunction.start(main)) {
            assertThat(metrics(function)).isEmpty();

            function.call(ApiGatewayEvents.get("/echo"));
            function.lambda().awaitPoll(PATIENCE);
            function.call(ApiGatewayEvents.get("/echo"));
            function.lambda().awaitPoll(PATIENCE);
            function.process().terminate();
            function.process().awaitExit(PATIENCE);

            assertThat(metrics(function))
                    .singleElement()
                    .asString()
                    .contains("\"function\":\"rechat-under-test\"", "\"rechat.cold_starts\":1.0")
                    .containsPattern("\"rechat.start\":[1-9][0-9]*\\.[0-9]+[,}]");
        }
    }

    private static List<String> metrics(RunningFunction function) {
        return function.process()
                .log()
                .lines()
                .filter(line -> line.startsWith("{\"_aws\""))
                .toList();
    }
}
