package dev.rechat.lambda;

import static dev.rechat.lambda.RunningFunction.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.lambda.streaming.StreamingFunction;
import dev.rechat.testing.lambda.ApiGatewayEvents;
import dev.rechat.testing.lambda.Invocation;
import dev.rechat.testing.lambda.LambdaAnswer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that reach the client while they are produced; the test decides through a gate when a piece is. */
class StreamingIT {

    private static RunningFunction function;
    private Gate gate;

    @BeforeAll
    static void start() {
        function = RunningFunction.start(StreamingFunction.class);
    }

    @AfterAll
    static void stop() {
        function.close();
    }

    @BeforeEach
    void openGate() {
        gate = new Gate();
    }

    @AfterEach
    void isSound() {
        gate.close();
        function.assertSound();
    }

    private Invocation stream(Duration untilDeadline) {
        return function.lambda().invoke(event("/stream/events").build(), untilDeadline);
    }

    private ApiGatewayEvents event(String path) {
        return ApiGatewayEvents.get(path).query("gate", Integer.toString(gate.port()));
    }

    @Test
    void sendsEachEventAsChunkOfItsOwnBeforeTheNextIsProduced() {
        Invocation invocation = stream(Duration.ofMinutes(1));

        gate.order("alpha");
        assertThat(invocation.awaitChunk(0, PATIENCE).text()).isEqualTo("id: 1\nevent: delta\ndata: alpha\n\n");
        gate.order("beta");
        assertThat(invocation.awaitChunk(1, PATIENCE).text()).contains("data: beta");
        gate.order("你好");
        assertThat(invocation.awaitChunk(2, PATIENCE).text()).contains("data: 你好");
        gate.order("end");

        LambdaAnswer answer = invocation.awaitResponse(PATIENCE);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(answer.chunks()).hasSize(3);
        assertThat(answer.complete()).isTrue();
        assertThat(answer.trailers()).isEmpty();
    }

    @Test
    void tellsFailureAfterTheHeadInTrailersAndEndsTheBody() {
        Invocation invocation = stream(Duration.ofMinutes(1));

        gate.order("alpha");
        invocation.awaitText("alpha", PATIENCE);
        gate.order("fail");

        LambdaAnswer answer = invocation.awaitResponse(PATIENCE);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.complete()).isTrue();
        assertThat(answer.error()).satisfies(error -> {
            assertThat(error.type()).isEqualTo("Function.StreamFailed");
            assertThat(error.body()).contains("\"stackTrace\":[]").doesNotContain("secret-detail");
        });
    }

    @Test
    void asksTheProducerForNoMoreThanTheReaderTakes() {
        int size = 256 * 1024;
        Invocation invocation = function.lambda()
                .invoke(event("/stream/flood")
                        .query("size", Integer.toString(size))
                        .build());
        invocation.pauseReading();
        invocation.awaitDelivery(PATIENCE);

        // Whatever the sockets between hold, a reader that stands still stops the producer.
        int made = 0;
        String report = gate.report();
        while (report.startsWith("made")) {
            made = Integer.parseInt(report.substring("made ".length()));
            assertThat(made).isLessThan(200);
            if (made > 3 && gate.silentFor(Duration.ofSeconds(1))) {
                break;
            }
            report = gate.report();
        }
        invocation.resumeReading();

        assertThat(gate.report()).isEqualTo("made " + (made + 1));
        invocation.disconnectClient(PATIENCE);
        while (report.startsWith("made")) {
            report = gate.report();
        }
        assertThat(report).isEqualTo("cancelled");
    }

    @Test
    void cancelsTheProducerWhenTheConnectionIsGone() {
        Invocation invocation = stream(Duration.ofMinutes(1));
        gate.order("alpha");
        invocation.awaitText("alpha", PATIENCE);

        invocation.disconnectClient(PATIENCE);
        String report = gate.report();
        for (int i = 0; report.startsWith("asked") && i < 100; i++) {
            gate.orderIfThere("more");
            report = gate.report();
        }

        // "closed" when an order of ours crossed its last word
        assertThat(report).isIn("cancelled", "closed");
        assertThat(invocation.awaitResponse(PATIENCE).complete()).isFalse();
        assertThat(function.call(ApiGatewayEvents.get("/echo")).status()).isEqualTo(200);
    }

    @Test
    void endsTheStreamInOrderBeforeTheDeadline() {
        Invocation invocation = stream(Duration.ofSeconds(8));

        gate.order("alpha");
        LambdaAnswer answer = invocation.awaitResponse(Duration.ofSeconds(8));

        assertThat(answer.complete()).isTrue();
        assertThat(answer.trailers()).isEmpty();
        assertThat(answer.chunkTexts()).singleElement().asString().contains("alpha");
        assertThat(gate.report()).isEqualTo("asked 1");
        assertThat(gate.report()).isEqualTo("asked 2");
        assertThat(gate.report()).isEqualTo("cancelled");
    }

    @Test
    void givesUpAnAnswerNobodyReadsBeforeTheDeadline() {
        Invocation invocation = function.lambda()
                .invoke(
                        event("/stream/flood")
                                .query("size", Integer.toString(1024 * 1024))
                                .build(),
                        Duration.ofSeconds(4));
        invocation.pauseReading();

        String report = gate.report();
        while (report.startsWith("made")) {
            report = gate.report();
        }
        invocation.resumeReading();

        assertThat(report).isEqualTo("cancelled");
        assertThat(invocation.awaitResponse(PATIENCE).complete()).isFalse();
    }

    @Test
    void answersInTimeWhenTheApplicationDoesNot() {
        LambdaAnswer answer = function.lambda()
                .invoke(ApiGatewayEvents.get("/hang").build(), Duration.ofSeconds(8))
                .awaitResponse(Duration.ofSeconds(8));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).contains("\"code\":\"internal_error\"");
    }

    @Test
    void tellsTheApplicationItsDeadline() {
        long before = System.currentTimeMillis();

        LambdaAnswer answer = function.lambda()
                .invoke(ApiGatewayEvents.get("/deadline").build(), Duration.ofMinutes(2))
                .awaitResponse(PATIENCE);

        // Two minutes less the margin of five seconds.
        assertThat(Long.parseLong(answer.text())).isBetween(before + 114_000, System.currentTimeMillis() + 115_000);
    }

    @Test
    void refusesHeadersTheGatewayWouldNotRead() {
        LambdaAnswer answer = function.call(ApiGatewayEvents.get("/large-headers"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
    }

    @Test
    void sendsEveryEventOfShortStream() {
        LambdaAnswer answer = function.call(ApiGatewayEvents.get("/stream/few"));

        assertThat(answer.chunkTexts()).containsExactly("data: 你好\n\n", "data: a\ndata: b\n\n", "data: c\n\n");
    }

    @Test
    void streamsOneAnswerAfterTheOther() {
        int before = function.lambda().acceptedConnections();

        for (int i = 0; i < 50; i++) {
            assertThat(function.call(ApiGatewayEvents.get("/stream/few")).chunks())
                    .hasSize(3);
        }

        assertThat(function.lambda().acceptedConnections()).isEqualTo(before);
        assertThat(function.lambda().openConnections()).isEqualTo(1);
    }
}
