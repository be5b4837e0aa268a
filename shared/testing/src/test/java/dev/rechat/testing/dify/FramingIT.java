package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FramingIT {

    @Test
    void streamsOneCompactLinePerEventWithCharactersAsTheyAre() throws Exception {
        try (DifySimulator simulator = DifySimulator.start();
                TestClient client = new TestClient(simulator, DemoApps.CHAT_KEY)) {
            simulator.next(Script.answer("价格"));

            HttpResponse<String> response = client.post("/chat-messages", TestClient.question("?"));

            assertThat(response.headers().firstValue("content-type")).contains("text/event-stream; charset=utf-8");
            assertThat(response.headers().firstValue("transfer-encoding")).contains("chunked");
            assertThat(response.headers().firstValue("x-version")).contains("1.14.2");
            assertThat(response.body())
                    .startsWith("data: {\"event\":\"message\",\"conversation_id\":\"")
                    .contains("\"answer\":\"价格\"")
                    .endsWith("}\n\n")
                    .doesNotContain("\nevent:", "id:\n", "[DONE]");
        }
    }

    @Test
    void writesOrdinaryAnswersAsTheFrameworkDoes() throws Exception {
        SimulatedApp app = SimulatedApp.chat("k").named("客服", "");
        try (DifySimulator simulator = DifySimulator.builder().app(app).start();
                TestClient client = new TestClient(simulator, "k")) {
            HttpResponse<String> response = client.get("/info");

            assertThat(response.headers().firstValue("content-type")).contains("application/json");
            assertThat(response.body())
                    .startsWith("{\"name\": \"\\u5BA2\\u670D\", \"description\": \"\", ")
                    .endsWith("}\n");
        }
    }

    @Test
    void sendsHeartbeatsWhileAnAnswerIsHeldBack() throws Exception {
        try (DifySimulator simulator =
                        DifySimulator.builder().heartbeat(Duration.ofMillis(5)).start();
                TestClient client = new TestClient(simulator, DemoApps.CHAT_KEY)) {
            Gate gate = new Gate();
            simulator.next(Script.answer("a").pause(gate).text("b"));

            HttpResponse<InputStream> response = client.open("/chat-messages", TestClient.question("?"));

            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).startsWith("data: ").contains("\"answer\":\"a\"");
                assertThat(lines.readLine()).isEmpty();
                assertThat(lines.readLine()).isEqualTo("event: ping");
                assertThat(lines.readLine()).isEmpty();
                gate.open();
                assertThat(lines.lines()).anyMatch(line -> line.contains("\"answer\":\"b\""));
            }
        }
    }
}
