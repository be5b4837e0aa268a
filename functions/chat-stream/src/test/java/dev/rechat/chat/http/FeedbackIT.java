package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.feedback.FeedbackRepository;
import dev.rechat.persistence.secret.SecretBox;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.RecordedRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackIT {

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

    @Test
    void keepsFeedbackAndTellsDify() throws Exception {
        String answer = Sent.answer(house, person, app, "rate me");

        var response = rate(person, answer, "{\"rating\":\"dislike\",\"reason\":\"太长 😀\"}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(Sent.body(response).path("message_id").asText()).isEqualTo(answer);
        assertThat(Sent.body(response).path("rating").asText()).isEqualTo("dislike");
        assertThat(Sent.body(response).path("reason").asText()).isEqualTo("太长 😀");
        assertThat(Sent.body(response).path("forwarded").asBoolean()).isTrue();
        RecordedRequest told = told().getLast();
        assertThat(told.json().path("rating").asText()).isEqualTo("dislike");
        assertThat(told.json().path("content").asText()).isEqualTo("太长 😀");
        assertThat(told.json().path("user").asText()).isEqualTo(person.id().toString());
    }

    @Test
    void replacesWhatWasSaidBefore() throws Exception {
        String answer = Sent.answer(house, person, app, "rate me twice");
        rate(person, answer, "{\"rating\":\"dislike\",\"reason\":\"too long\"}");

        var response = rate(person, answer, "{\"rating\":\"like\"}");

        assertThat(Sent.body(response).path("rating").asText()).isEqualTo("like");
        assertThat(Sent.body(response).has("reason")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"rating\":null}", "{}"})
    void takesFeedbackBackHereAndThere(String nothing) throws Exception {
        String answer = Sent.answer(house, person, app, "rate me no more");
        rate(person, answer, "{\"rating\":\"like\"}");

        assertThat(rate(person, answer, nothing).statusCode()).isEqualTo(204);
        int asked = told().size();
        assertThat(told().getLast().json().path("rating").isNull()).isTrue();
        assertThat(rate(person, answer, nothing).statusCode()).as("again").isEqualTo(204);
        assertThat(told()).hasSize(asked);
        assertThat(house.bean(FeedbackRepository.class).findOwned(MessageId.of(answer), person.id()))
                .isEmpty();
    }

    @Test
    void keepsFeedbackThatDifyDoesNotTake() throws Exception {
        String answer = Sent.answer(house, person, app, "rate me in vain");
        withdrawKey();

        var response = rate(person, answer, "{\"rating\":\"like\"}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(Sent.body(response).path("forwarded").isBoolean()).isTrue();
        assertThat(Sent.body(response).path("forwarded").asBoolean()).isFalse();
        assertThat(house.bean(FeedbackRepository.class).findOwned(MessageId.of(answer), person.id()))
                .hasValueSatisfying(kept -> assertThat(kept.forwarded()).isFalse());
    }

    @Test
    void doesNotTellAnotherPersonsAnswerFromNone() throws Exception {
        String answer = Sent.answer(house, person, app, "mine");
        Person other = house.person(Role.ADMIN);

        assertThat(Sent.problem(rate(other, answer, "{\"rating\":\"like\"}"))).isEqualTo("404 not_found");
        assertThat(Sent.problem(rate(other, "0192e4a0-0000-7000-8000-000000000000", "{\"rating\":\"like\"}")))
                .isEqualTo("404 not_found");
        assertThat(house.bean(FeedbackRepository.class).findOwned(MessageId.of(answer), person.id()))
                .isEmpty();
    }

    @Test
    void ratesAnswersOnly() throws Exception {
        String question = house.ask(person, "{\"app_id\":\"%s\",\"message\":\"hi\"}".formatted(app.id()))
                .getFirst()
                .text("user_message_id");

        assertThat(Sent.problem(rate(person, question, "{\"rating\":\"like\"}")))
                .isEqualTo("404 not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"rating\":\"love\"}", "{\"rating\":1}", "{\"rating\":\"like\",\"stars\":5}"})
    void namesWhatIsWrong(String body) throws Exception {
        String answer = Sent.answer(house, person, app, "rate me wrongly");

        assertThat(Sent.problem(rate(person, answer, body))).isEqualTo("400 validation_failed");
        assertThat(Sent.problem(
                        rate(person, answer, "{\"rating\":\"like\",\"reason\":\"%s\"}".formatted("x".repeat(2001)))))
                .isEqualTo("400 validation_failed");
    }

    private void withdrawKey() {
        String sealed =
                house.bean(SecretBox.class).seal("app-of-nobody", app.id().toString());
        house.bean(AppRepository.class).update(app.withConnection(app.mode(), app.baseUrl(), sealed));
    }

    private static HttpResponse<String> rate(Person who, String answer, String body) throws Exception {
        return Sent.json(house, who, "PUT", "/api/v1/chat/messages/" + answer + "/feedback", body);
    }

    private static List<RecordedRequest> told() {
        return house.dify.requests().stream()
                .filter(request -> request.path().endsWith("/feedbacks"))
                .toList();
    }
}
