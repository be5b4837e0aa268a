package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.gateway.InProcess;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputIT {

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"app_id":"APP","message":"hi"                                | 400 | malformed_json
            {"app_id":"APP"}                                              | 400 | validation_failed
            {"app_id":"APP","message":"  "}                               | 400 | validation_failed
            {"app_id":"APP","message":"hi","model":"x"}                   | 400 | validation_failed
            {"app_id":"APP","message":"hi","inputs":[1]}                  | 400 | validation_failed
            {"app_id":"APP","message":"hi","conversation_id":"nonsense"}  | 400 | validation_failed
            {"app_id":"nothing-of-that-name","message":"hi"}              | 404 | not_found
            """)
    void namesWhatIsWrong(String body, int status, String code) throws Exception {
        assertProblem(house.send(person, body.replace("APP", app.id().toString())), status, code);
    }

    @Test
    void doesNotTellAnotherPersonsConversationFromNone() throws Exception {
        Person other = house.person(Role.USER);
        String theirs = house.ask(other, question("mine")).getFirst().text("conversation_id");

        var foreign = house.send(person, question("yours?", theirs));
        var unknown = house.send(person, question("anybody's?", "0192e4a0-0000-7000-8000-000000000000"));

        assertProblem(foreign, 404, "not_found");
        assertThat(withoutIds(foreign.body())).isEqualTo(withoutIds(unknown.body()));
    }

    private static String withoutIds(String body) {
        return body.replaceAll("\"request_id\":\"[^\"]*\"", "");
    }

    @Test
    void refusesAppThatIsSwitchedOff() throws Exception {
        App off = house.app("chat", DemoApps.CHAT_KEY, house.dify.uri(), false);

        assertProblem(
                house.send(person, "{\"app_id\":\"%s\",\"message\":\"hi\"}".formatted(off.id())),
                409,
                "app_unavailable");
    }

    @Test
    void refusesConversationOfAnotherApp() throws Exception {
        App other = house.app("chat", DemoApps.CHAT_KEY);
        String conversation = house.ask(person, question("hello")).getFirst().text("conversation_id");

        assertProblem(
                house.send(
                        person,
                        "{\"app_id\":\"%s\",\"message\":\"hi\",\"conversation_id\":\"%s\"}"
                                .formatted(other.id(), conversation)),
                400,
                "validation_failed");
    }

    @Test
    void refusesBodyThatIsTooLarge() throws Exception {
        assertProblem(house.send(person, question("x".repeat(2_000_000))), 413, "payload_too_large");
    }

    @Test
    void refusesMessageThatIsTooLong() throws Exception {
        assertProblem(house.send(person, question("x".repeat(100_001))), 400, "validation_failed");
    }

    @InProcess("bytes, of which a gateway makes text before a function sees them")
    @Test
    void refusesInvalidUtf8() throws Exception {
        byte[] body = question("??").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        body[question("").length() - 2] = (byte) 0xC3;
        body[question("").length() - 1] = (byte) 0x28;

        assertProblem(
                house.send(house.request("/api/v1/chat/stream", person)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build()),
                400,
                "malformed_json");
    }

    @Test
    void refusesForgedToken() throws Exception {
        Person forged = new Person(person.id(), person.session(), person.token() + "x");

        assertProblem(house.send(forged, question("hi")), 401, "unauthenticated");
    }

    @Test
    void refusesPersonWhoIsNotApprovedYet() throws Exception {
        assertProblem(house.send(house.person(Role.PENDING), question("hi")), 403, "account_pending");
    }

    private String question(String text) {
        return "{\"app_id\":\"%s\",\"message\":\"%s\"}".formatted(app.id(), text);
    }

    private String question(String text, String conversation) {
        return "{\"app_id\":\"%s\",\"message\":\"%s\",\"conversation_id\":\"%s\"}"
                .formatted(app.id(), text, conversation);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(response.body()).contains("\"code\":\"" + code + "\"").doesNotContain("Exception", "SQL");
    }
}
