package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.dify.DemoApps;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A house where a program asks for people: with an administrator, a key of theirs that is trusted, and an app. */
final class ActingHouse implements AutoCloseable {

    final ChatHouse house;
    final Person administrator;
    final Person program;
    final App app;

    ActingHouse(ChatHouse house) {
        this.house = house;
        administrator = house.person(Role.ADMIN);
        program = house.trusted(administrator, "chat,read,admin");
        app = house.app("chat", DemoApps.CHAT_KEY);
    }

    /** An address that nobody has. */
    static String newEmail() {
        return UUID.randomUUID() + "@example.org";
    }

    static String email(Person person) {
        return person.id() + "@example.org";
    }

    OpenAiCaller.Reply ask(Person who, String words, String... headers) throws IOException, InterruptedException {
        return ask(house.first(), who, words, headers);
    }

    OpenAiCaller.Reply ask(Instance instance, Person who, String words, String... headers)
            throws IOException, InterruptedException {
        return new OpenAiCaller(instance, who, app, null)
                .send(Map.of("messages", List.of(OpenAiCaller.message("user", words))), headers);
    }

    /** By status and code, as OpenAI's programs see it. */
    static String refusal(OpenAiCaller.Reply reply) {
        return reply.response().statusCode() + " "
                + reply.json().at("/error/code").asText();
    }

    /** Whom Dify was told that the question is of. */
    String difyUser(String words) {
        return house.dify.requests().stream()
                .filter(request -> request.path().endsWith("/chat-messages"))
                .filter(request -> request.json().path("query").asText().endsWith(words))
                .reduce((first, last) -> last)
                .orElseThrow()
                .json()
                .path("user")
                .asText();
    }

    Optional<User> account(String email) {
        return house.bean(UserRepository.class).findByEmail(email);
    }

    void assertNobodyAsked(String words) {
        assertThat(house.dify.requests())
                .noneMatch(request -> request.json().path("query").asText().endsWith(words));
    }

    @Override
    public void close() {
        house.close();
    }
}
