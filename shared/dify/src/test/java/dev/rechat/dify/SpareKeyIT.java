package dev.rechat.dify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.dify.WireServer.Received;
import dev.rechat.dify.WireServer.Script;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Dify refuses with 401 is asked again with the app's other key: every call, once, whole, and nothing else. */
@Timeout(60)
class SpareKeyIT {

    private static final String FIRST = "app-first-not-real";
    private static final String SPARE = "app-spare-not-real";
    private static final String REFUSED = "{\"code\":\"unauthorized\",\"message\":\"m\",\"status\":401}";

    @AutoClose
    private final Features dify = new Features();

    @Test
    void streamsAnswerToTheSpareKey() throws InterruptedException {
        try (WireServer server = taking(SPARE, (request, wire) -> {
                    wire.streamHead();
                    wire.event("{\"event\":\"message\",\"answer\":\"Hi\",\"task_id\":\"t\"}");
                    wire.event("{\"event\":\"message_end\",\"task_id\":\"t\"}");
                    wire.endOfChunks();
                });
                DifyStream stream = dify.client.stream(app(server), Clients.chat())) {
            assertThat(Clients.drain(stream)).isNotEmpty();

            Received refused = server.request();
            Received accepted = server.request();
            assertThat(refused.header("authorization")).isEqualTo("Bearer " + FIRST);
            assertThat(accepted.header("authorization")).isEqualTo("Bearer " + SPARE);
            assertThat(accepted.body()).isEqualTo(refused.body()).contains("Hello");
            assertThat(server.requestsLeft()).isZero();
        }
    }

    @Test
    void uploadsAreSentAgainWhole() throws InterruptedException {
        try (WireServer server =
                taking(SPARE, (request, wire) -> wire.answer(201, "application/json", "{\"id\":\"f\"}"))) {
            DifyUpload file = Features.upload("a.txt", "text/plain", "some text of a file");

            assertThat(dify.files.upload(app(server), "u", file).id()).isEqualTo("f");

            assertThat(server.request().body()).contains("some text of a file");
            assertThat(server.request().body()).contains("some text of a file");
        }
    }

    @Test
    void firstKeyIsEnoughWhereItWorks() throws InterruptedException {
        try (WireServer server = taking(
                FIRST, (request, wire) -> wire.answer(200, "application/json", "{\"name\":\"a\",\"mode\":\"chat\"}"))) {
            dify.client.info(app(server));

            assertThat(server.request().header("authorization")).isEqualTo("Bearer " + FIRST);
            assertThat(server.requestsLeft()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 429})
    void nothingButARefusedKeyIsAskedAgain(int status) {
        try (WireServer server = WireServer.answering(status, "application/json", "{\"code\":\"x\"}")) {
            assertThatThrownBy(() -> dify.client.stream(app(server), Clients.chat()))
                    .isInstanceOf(DifyException.class);

            assertThat(server.requestsLeft()).isOne();
        }
    }

    @Test
    void bothRefusedIsARefusal() {
        try (WireServer server = WireServer.answering(401, "application/json", REFUSED)) {
            assertThatThrownBy(() -> dify.client.stream(app(server), Clients.chat()))
                    .isInstanceOf(DifyUnauthorizedException.class);

            assertThat(server.requestsLeft()).isEqualTo(2);
        }
    }

    private static WireServer taking(String key, Script answer) {
        return new WireServer((request, wire) -> {
            if (request.header("authorization").equals("Bearer " + key)) {
                answer.answer(request, wire);
            } else {
                wire.answer(401, "application/json", REFUSED);
            }
        });
    }

    private static DifyApp app(WireServer server) {
        return new DifyApp(server.app().baseUrl(), new DifyApiKey(FIRST), new DifyApiKey(SPARE), "desk");
    }
}
