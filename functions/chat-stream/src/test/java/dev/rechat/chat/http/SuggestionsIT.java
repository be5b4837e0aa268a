package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.secret.SecretBox;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.Faults;
import dev.rechat.testing.dify.GenerationRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SuggestionsIT {

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
    void suggestsWhatToAskNext() throws Exception {
        var response = suggestions(person, Sent.answer(house, person, app, "What is a lease?"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Sent.body(response).path("data")).hasSize(3);
        assertThat(Sent.body(response).at("/data/0").asText()).contains("What is a lease");
    }

    @Test
    void hasNoneWhereTheAppSuggestsNothing() throws Exception {
        App completion = house.app("completion", DemoApps.COMPLETION_KEY);

        assertThat(suggestions(person, Sent.answer(house, person, completion, "write"))
                        .body())
                .isEqualTo("{\"data\":[]}");
    }

    @Test
    void hasNoneForAnAnswerThatDifyNeverGave() throws Exception {
        house.dify.next(GenerationRequest.containing("refused"), Faults.errorWithoutCode("boom"));

        assertThat(suggestions(person, Sent.answer(house, person, app, "refused"))
                        .body())
                .isEqualTo("{\"data\":[]}");
    }

    @Test
    void hasNoneWhenDifyCannotTell() throws Exception {
        String answer = Sent.answer(house, person, app, "soon gone");
        String sealed =
                house.bean(SecretBox.class).seal("app-of-nobody", app.id().toString());
        house.bean(AppRepository.class).update(app.withConnection(app.mode(), app.baseUrl(), sealed));

        var response = suggestions(person, answer);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void doesNotTellAnotherPersonsAnswerFromNone() throws Exception {
        String answer = Sent.answer(house, person, app, "mine");

        assertThat(Sent.problem(suggestions(house.person(Role.ADMIN), answer))).isEqualTo("404 not_found");
        assertThat(Sent.problem(suggestions(person, "0192e4a0-0000-7000-8000-000000000000")))
                .isEqualTo("404 not_found");
    }

    private static HttpResponse<String> suggestions(Person who, String answer) throws Exception {
        return Sent.get(house, who, "/api/v1/chat/messages/" + answer + "/suggestions");
    }
}
