package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.Script;
import dev.rechat.testing.gateway.InProcess;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechIT {

    @SuppressWarnings("NullAway.Init")
    private static ChatHouse house;

    @BeforeAll
    static void open() {
        house = new ChatHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person person = house.person(Role.USER);
    private final App app = house.app("chat", DemoApps.CHAT_KEY);
    private final App mute = house.app("completion", DemoApps.COMPLETION_KEY);

    @ParameterizedTest
    @CsvSource({"audio/wav", "audio/x-wav", "audio/mpeg", "audio/mp4"})
    void writesDownWhatBrowsersRecord(String type) throws Exception {
        var response = listen(person, app, type, 1234);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"text\":\"A recording of 1234 bytes.\"}");
    }

    @ParameterizedTest
    @CsvSource({"audio/webm", "text/plain"})
    void refusesRecordingsThatDifyDoesNotTake(String type) throws Exception {
        assertThat(Sent.problem(listen(person, app, type, 1))).isEqualTo("415 unsupported_media_type");
    }

    @Test
    void refusesToListenWhereTheAppDoesNot() throws Exception {
        assertThat(Sent.problem(listen(person, mute, "audio/wav", 1))).isEqualTo("409 app_unavailable");
    }

    @InProcess("a body that is larger than gateways let pass")
    @Test
    void refusesRecordingThatIsTooLarge() throws Exception {
        assertThat(Sent.problem(listen(person, app, "audio/wav", 17_000_000))).isEqualTo("413 payload_too_large");
    }

    @Test
    void readsAnAnswerOut() throws Exception {
        house.dify.next(Script.answer("Schöne ", "Grüße 😀"));
        String answer = Sent.answer(house, person, app, "greet me");

        var response = read(person, answer);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("audio/mpeg");
        assertThat(response.body()).hasSizeGreaterThan(1000);
        String asked = house.dify.requests().getLast().json().path("message_id").asText();
        assertThat(asked).isNotEmpty().isNotEqualTo(answer);
    }

    @Test
    void refusesToReadWhereTheAppDoesNotSpeak() throws Exception {
        String answer = Sent.answer(house, person, mute, "write");

        assertThat(Sent.problem(read(person, answer))).isEqualTo("409 app_unavailable");
    }

    @Test
    void hasNothingToReadOfAnEmptyAnswer() throws Exception {
        house.dify.next(Script.empty());
        String answer = Sent.answer(house, person, app, "say nothing");

        assertThat(Sent.problem(read(person, answer))).isEqualTo("409 conflict");
    }

    @Test
    void doesNotTellAnotherPersonsAnswerFromNone() throws Exception {
        String answer = Sent.answer(house, person, app, "mine");

        assertThat(Sent.problem(read(house.person(Role.ADMIN), answer))).isEqualTo("404 not_found");
        assertThat(Sent.problem(read(person, "0192e4a0-0000-7000-8000-000000000000")))
                .isEqualTo("404 not_found");
        assertThat(Sent.problem(Sent.json(house, person, "POST", "/api/v1/chat/text-to-speech", "{}")))
                .isEqualTo("400 validation_failed");
    }

    private static HttpResponse<String> listen(Person who, App app, String type, int bytes) throws Exception {
        return Sent.file(
                house, who, "/api/v1/chat/speech-to-text", app.id().toString(), "speech", type, new byte[bytes]);
    }

    private static HttpResponse<String> read(Person who, String answer) throws Exception {
        return Sent.json(
                house, who, "POST", "/api/v1/chat/text-to-speech", "{\"message_id\":\"%s\"}".formatted(answer));
    }
}
