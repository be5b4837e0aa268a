package dev.rechat.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.lambda.buffered.BufferedFunction;
import dev.rechat.lambda.streaming.StreamingFunction;
import dev.rechat.testing.lambda.ApiGatewayEvents;
import dev.rechat.testing.lambda.LambdaAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What both entry points answer alike. */
class AnswersIT {

    @Nested
    class Buffered extends Contract {
        Buffered() {
            super(BufferedFunction.class, false);
        }
    }

    @Nested
    class Streaming extends Contract {
        Streaming() {
            super(StreamingFunction.class, true);
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Contract {

        private final Class<?> main;
        private final boolean streaming;
        private RunningFunction function;

        Contract(Class<?> main, boolean streaming) {
            this.main = main;
            this.streaming = streaming;
        }

        @BeforeAll
        void start() {
            function = RunningFunction.start(main);
        }

        @AfterEach
        void isSound() {
            function.assertSound();
        }

        @AfterAll
        void stop() {
            function.close();
        }

        @Test
        void answersInTheFormOfItsEntryPoint() {
            LambdaAnswer answer = function.call(ApiGatewayEvents.get("/echo"));

            assertThat(answer.streaming()).isEqualTo(streaming);
            assertThat(answer.complete()).isTrue();
            assertThat(answer.error()).isNull();
        }

        @Test
        void passesMethodQueryAndMultiValueHeadersOn() {
            LambdaAnswer answer = function.call(ApiGatewayEvents.get("/echo")
                    .header("X-Tag", "a")
                    .header("X-Tag", "b")
                    .query("q", "1 & 2")
                    .query("q", "ä"));

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
            assertThat(answer.text())
                    .contains("\"method\":\"GET\"")
                    .contains("\"tags\":[\"a\",\"b\"]")
                    .contains("\"query\":[\"1 & 2\",\"ä\"]")
                    .contains("/echo?q=1+%26+2&q=%C3%A4");
        }

        @Test
        void readsBodyInBase64() {
            LambdaAnswer answer =
                    function.call(ApiGatewayEvents.post("/notes").binaryJson("{\"text\":\"你好\",\"number\":7}"));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.header("Location")).contains("/notes/1");
            assertThat(answer.text()).isEqualTo("{\"text\":\"你好\",\"number\":7}");
        }

        @Test
        void refusesBodyThatIsNoJson() {
            LambdaAnswer answer = function.call(ApiGatewayEvents.post("/notes").json("{\"text\":"));

            assertThat(answer.status()).isEqualTo(400);
        }

        @Test
        void refusesBodyThatIsNoUtf8() {
            LambdaAnswer answer = function.call(ApiGatewayEvents.post("/notes")
                    .header("Content-Type", "application/json")
                    .binary("{\"text\":\"\u00e9\",\"number\":1}".getBytes(StandardCharsets.ISO_8859_1)));

            assertThat(answer.status()).isEqualTo(400);
        }

        @Test
        void returnsBinaryBodyUnchanged() {
            byte[] bytes = {0, -1, 127, -128, 10, 13};

            LambdaAnswer answer = function.call(ApiGatewayEvents.post("/binary")
                    .header("Content-Type", "application/octet-stream")
                    .binary(bytes));

            assertThat(answer.body()).containsExactly(13, 10, -128, 127, -1, 0);
        }

        @Test
        void setsSeveralCookies() {
            LambdaAnswer answer = function.call(ApiGatewayEvents.get("/cookies"));

            assertThat(answer.setCookies())
                    .hasSize(2)
                    .anySatisfy(cookie ->
                            assertThat(cookie).startsWith("refresh=r1").contains("HttpOnly"));
            assertThat(answer.setCookies())
                    .anySatisfy(cookie -> assertThat(cookie).startsWith("theme=dark"));
            assertThat(answer.headerValues("X-Many")).containsExactly("a", "b");
            assertThat(answer.headerValues("X-One")).containsExactly("c");
        }

        @Test
        void answersWithoutBody() {
            LambdaAnswer answer = function.call(ApiGatewayEvents.request("DELETE", "/notes/1"));

            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.body()).isEmpty();
        }

        @Test
        void keepsStatusOfRefusalsAndFailures() {
            assertThat(function.call(ApiGatewayEvents.get("/nowhere")).status()).isEqualTo(401);
            assertThat(function.call(ApiGatewayEvents.request("PATCH", "/echo")).status())
                    .isIn(401, 405);
            assertThat(function.call(ApiGatewayEvents.get("/teapot")).status()).isEqualTo(418);
            assertThat(function.call(ApiGatewayEvents.get("/broken")).status()).isEqualTo(500);
            assertThat(function.call(ApiGatewayEvents.get("/exhausted")).status())
                    .isEqualTo(500);
        }

        @Test
        void collectsJsonOfPublisher() {
            LambdaAnswer answer = function.call(ApiGatewayEvents.get("/stream/json"));

            assertThat(answer.text()).isEqualTo("[{\"text\":\"a\",\"number\":1},{\"text\":\"b\",\"number\":2}]");
        }

        @Test
        void answersFailureBeforeTheHeadWithPlainStatus() {
            LambdaAnswer answer = function.call(ApiGatewayEvents.get("/stream/fails-first"));

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.trailers()).isEmpty();
        }

        @Test
        void tellsAddressOfCallerAsTheGatewaySawIt() {
            LambdaAnswer answer =
                    function.call(ApiGatewayEvents.get("/address").header("X-Forwarded-For", "198.51.100.1"));

            assertThat(answer.text()).isEqualTo("203.0.113.7");
        }

        @Test
        void usesLambdasRequestIdWhenTheCallerGivesNone() {
            var invocation =
                    function.lambda().invoke(ApiGatewayEvents.get("/echo").build());
            LambdaAnswer own = function.call(ApiGatewayEvents.get("/echo").header("X-Request-Id", "mine"));

            assertThat(invocation.awaitResponse(RunningFunction.PATIENCE).text())
                    .contains("\"requestId\":\"" + invocation.id() + "\"");
            assertThat(own.text()).contains("\"requestId\":\"mine\"");
        }

        @Test
        void answersManyInvocationsOverOneConnection() {
            int before = function.lambda().acceptedConnections();

            for (int i = 0; i < 50; i++) {
                assertThat(function.call(ApiGatewayEvents.post("/notes").json("{\"text\":\"n\",\"number\":" + i + "}"))
                                .text())
                        .contains("\"number\":" + i);
            }

            assertThat(function.lambda().acceptedConnections()).isEqualTo(before);
            assertThat(function.lambda().openConnections()).isEqualTo(1);
        }

        @Test
        void keepsFunctionalAfterRefusals() {
            List<Integer> statuses = List.of(
                    function.call("no json").status(),
                    function.call(ApiGatewayEvents.get("/echo")).status());

            assertThat(statuses).containsExactly(400, 200);
        }
    }
}
