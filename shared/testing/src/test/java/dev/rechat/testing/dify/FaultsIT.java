package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rechat.testing.http.Ending;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FaultsIT {

    private final DifySimulator simulator = DifySimulator.start();
    private final TestClient chat = new TestClient(simulator, DemoApps.CHAT_KEY);
    private final TestClient chatflow = new TestClient(simulator, DemoApps.CHATFLOW_KEY);

    @AfterEach
    void stop() {
        chat.close();
        chatflow.close();
        simulator.close();
    }

    private HttpResponse<String> ask(Script script) throws Exception {
        simulator.next(script);
        return chat.post("/chat-messages", TestClient.question("Why?"));
    }

    private OpenStream open(Script script) throws Exception {
        simulator.next(script);
        return OpenStream.of(chat.open("/chat-messages", TestClient.question("Why?")));
    }

    private static void assertError(HttpResponse<String> response, int status, String code) throws Exception {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Json.parse(response.body()).path("code").asText()).isEqualTo(code);
    }

    @Test
    void badKey() throws Exception {
        HttpResponse<String> response = ask(Faults.badKey());

        assertError(response, 401, "unauthorized");
        assertThat(response.headers().firstValue("www-authenticate")).isPresent();
    }

    @Test
    void tooManyRequestsEitherWay() throws Exception {
        HttpResponse<String> documented = ask(Faults.tooManyRequests());
        HttpResponse<String> real = ask(Faults.tooManyRequestsAsInvalidParameter());

        assertError(documented, 429, "too_many_requests");
        assertError(real, 400, "invalid_param");
        assertThat(Json.parse(real.body()).path("message").asText()).startsWith("Too many requests.");
    }

    @Test
    void errorBeforeTheStream() throws Exception {
        assertError(
                ask(Faults.error(400, "provider_quota_exceeded", "Your quota has been exhausted.")),
                400,
                "provider_quota_exceeded");
    }

    @Test
    void pagesOfAProxy() throws Exception {
        HttpResponse<String> gateway = ask(Faults.badGateway());
        HttpResponse<String> crash = ask(Faults.internalServerErrorPage());

        assertThat(gateway.statusCode()).isEqualTo(502);
        assertThat(gateway.headers().firstValue("content-type")).contains("text/html");
        assertThat(gateway.body()).contains("<h1>502 Bad Gateway</h1>");
        assertThat(crash.statusCode()).isEqualTo(500);
        assertThat(crash.body()).startsWith("<!doctype html>");
    }

    @Test
    void errorEventEndsAChat() throws Exception {
        StreamedAnswer answer = StreamedAnswer.parse(
                ask(Faults.errorEvent("invalid_param", 400, "bad")).body());

        assertThat(answer.order()).containsExactly("message", "error");
        assertThat(answer.only("error").path("status").asInt()).isEqualTo(400);
    }

    @Test
    void errorWithoutCodeHoldsTheConnection() throws Exception {
        try (OpenStream stream = open(Faults.errorWithoutCode("broken"))) {
            assertThat(stream.readUntil("\n\n"))
                    .isEqualTo("data: {\"event\":\"error\",\"message\":\"broken\",\"status\":500}\n\n");
            assertThat(simulator.requests().getFirst().ending()).isEmpty();
        }
        assertThat(simulator.requests().getFirst().awaitEnding(TestClient.PATIENCE))
                .isEqualTo(Ending.CLIENT_LEFT);
    }

    @Test
    void errorThenOpenHoldsTheConnection() throws Exception {
        try (OpenStream stream = open(Faults.errorThenOpen())) {
            assertThat(stream.readUntil("overloaded.\"}\n\n")).contains("\"code\":\"completion_request_error\"");
            assertThat(simulator.requests().getFirst().ending()).isEmpty();
        }
        assertThat(simulator.requests().getFirst().awaitEnding(TestClient.PATIENCE))
                .isEqualTo(Ending.CLIENT_LEFT);
    }

    @Test
    void malformedLineStandsAmongGoodOnes() throws Exception {
        String body = ask(Faults.malformedJson()).body();

        assertThat(body.split("\n\n"))
                .hasSize(4)
                .satisfies(frames -> assertThat(frames[1]).isEqualTo("data: {\"event\":\"message\",\"answer\":\"br"));
        assertThat(body).contains("\"answer\":\"before \"", "\"answer\":\"after\"", "\"event\":\"message_end\"");
    }

    @Test
    void connectionBreaksInsideAnEvent() throws Exception {
        simulator.next(Faults.cutMidEvent());

        assertThat(chat.untilBroken("/chat-messages", TestClient.question("?")))
                .endsWith("data: {\"event\":\"message\",\"answer\":\"is cut");
        assertThat(simulator.requests().getFirst().ending()).contains(Ending.CUT);
    }

    @Test
    void stallSendsNothingMoreAndNotEvenPings() throws Exception {
        try (DifySimulator quickHeart = DifySimulator.builder()
                        .heartbeat(Duration.ofMillis(1))
                        .idleClose(Duration.ofMillis(50))
                        .start();
                TestClient client = new TestClient(quickHeart, DemoApps.CHAT_KEY)) {
            quickHeart.next(Faults.stall());

            String body =
                    client.post("/chat-messages", TestClient.question("?")).body();

            assertThat(StreamedAnswer.parse(body).order()).containsExactly("message");
        }
    }

    @Test
    void charactersArriveInHalves() throws Exception {
        try (OpenStream stream = open(Faults.splitCharacters())) {
            String whole = stream.readToEnd();

            assertThat(StreamedAnswer.parse(whole).text()).isEqualTo("价格是 5 €, so schön 😀.");
        }
    }

    @Test
    void eachByteIsAChunkOfItsOwn() throws Exception {
        simulator.next(Script.empty().splitText("é"));

        String raw = RawHttp.exchange(
                simulator.uri(),
                "/chat-messages",
                DemoApps.CHAT_KEY,
                TestClient.question("?").toString());

        assertThat(raw.getBytes(StandardCharsets.ISO_8859_1)).isNotEmpty();
        assertThat(raw).contains("\r\n1\r\n\u00c3\r\n1\r\n\u00a9\r\n1\r\n");
    }

    @Test
    void wrongConversationIsReportedButTheRightOneKept() throws Exception {
        String conversation = StreamedAnswer.parse(ask(Script.answer("a")).body())
                .only("message_end")
                .path("conversation_id")
                .asText();
        simulator.next(Faults.wrongConversation());
        ObjectNode next = TestClient.question("And?").put("conversation_id", conversation);

        StreamedAnswer answer = chat.stream("/chat-messages", next);

        assertThat(answer.only("message_end").path("conversation_id").asText()).isNotEqualTo(conversation);
        JsonNode history = chat.json(chat.get("/messages?user=u1&conversation_id=" + conversation));
        assertThat(history.path("data")).hasSize(2);
    }

    @Test
    void moderationTakesTheTextBack() throws Exception {
        StreamedAnswer answer = StreamedAnswer.parse(ask(Faults.moderated()).body());

        assertThat(answer.order()).containsExactly("message", "message_replace", "message_end");
        assertThat(answer.only("message_replace").path("reason").asText()).isEmpty();
        simulator.next(Faults.moderated());
        StreamedAnswer flow = chatflow.stream("/chat-messages", TestClient.question("?"));
        assertThat(flow.only("message_replace").path("reason").asText()).isEqualTo("output_moderation");
        assertThat(flow.only("workflow_finished").at("/data/outputs/answer").asText())
                .isEqualTo("I cannot answer that.");
    }

    @Test
    void longAnswerHasExactlyThatLength() throws Exception {
        StreamedAnswer answer =
                StreamedAnswer.parse(ask(Faults.longAnswer(100_001)).body());

        assertThat(answer.text()).hasSize(100_001);
        assertThat(answer.order()).endsWith("message_end");
    }

    @Test
    void manyNodesPassBeforeTheAnswer() throws Exception {
        simulator.next(Faults.manyNodes(3000));

        StreamedAnswer answer = chatflow.stream("/chat-messages", TestClient.question("?"));

        assertThat(answer.named("node_started")).hasSize(3004);
        assertThat(answer.named("node_finished")).hasSize(3004);
        assertThat(answer.only("workflow_finished").at("/data/total_steps").asInt())
                .isEqualTo(3004);
    }

    @Test
    void slowFirstByteKeepsEvenTheStatusBack() throws Exception {
        simulator.next(Faults.slowFirstByte(Duration.ofMinutes(5)));

        assertThatThrownBy(() -> chat.send(chat.to("/chat-messages")
                        .timeout(Duration.ofMillis(300))
                        .POST(BodyPublishers.ofString(TestClient.question("?").toString()))))
                .isInstanceOf(HttpTimeoutException.class);
    }
}
