package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.dify.DemoApps;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key with a list of apps reaches those and nothing else, and one with a limit is refused beyond it. */
class KeyAppsIT {

    private static final Map<String, Object> QUESTION =
            Map.of("messages", List.of(OpenAiCaller.message("user", "What is a lease?")));

    @SuppressWarnings("NullAway.Init") // before all tests
    private static ChatHouse house;

    @BeforeAll
    static void open() {
        house = new ChatHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person owner = house.person(Role.USER);
    private final Person program = house.program(owner, "chat,read");
    private final App listed = house.app("chat", DemoApps.CHAT_KEY);
    private final App other = house.app("chat", DemoApps.CHAT_KEY);

    private void set(String column, String value) {
        house.sql("UPDATE api_keys SET " + column + " = ? WHERE identifier = ?", value, ChatHouse.identifier(program));
    }

    private OpenAiCaller.Reply ask(Person who, App app) throws Exception {
        return new OpenAiCaller(house.first(), who, app, null).send(QUESTION);
    }

    private HttpResponse<String> get(Person who, String path) throws Exception {
        return house.send(house.request(path, who).GET().build());
    }

    @Test
    void seesAndAsksTheAppsOfItsListOnly() throws Exception {
        set("apps", listed.id().toString());

        assertThat(get(program, "/v1/models").body())
                .contains(listed.slug(), listed.slug() + ":stateless")
                .doesNotContain(other.slug());
        assertThat(get(program, "/v1/models/" + listed.slug()).statusCode()).isEqualTo(200);
        assertThat(get(program, "/v1/models/" + other.slug()).body()).contains("\"model_not_found\"");
        assertThat(ask(program, listed).content()).isNotEmpty();
        for (String model :
                List.of(other.slug(), other.slug() + ":stateless", other.id().toString())) {
            OpenAiCaller.Reply refused = new OpenAiCaller(house.first(), program, other, null)
                    .send(Map.of("model", model, "messages", QUESTION.get("messages")));
            assertThat(refused.response().statusCode()).as(model).isEqualTo(404);
            assertThat(refused.json().at("/error/code").asText()).isEqualTo("model_not_found");
        }
    }

    @Test
    void seesNothingWhenItsAppsAreGone() throws Exception {
        set("apps", listed.id().toString());
        house.sql("DELETE FROM dify_apps WHERE id = ?", listed.id().toString());

        assertThat(get(program, "/v1/models").body()).contains("\"data\":[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/apps/%s", "/api/v1/chat/turns/%s", "/api/v1/chat/files/%s", "//v1/models", "/v1"})
    void opensNothingElse(String path) throws Exception {
        set("apps", listed.id().toString());

        // 400: a gateway takes no path that begins with two slashes
        assertThat(get(program, path.formatted(listed.id())).statusCode()).isIn(400, 403, 404);
        assertThat(Sent.problem(house.send(program, "{\"app_id\":\"" + listed.id() + "\",\"message\":\"hello\"}")))
                .isEqualTo("403 forbidden");
    }

    @Test
    void reachesAllAppsOfItsOwnerWithoutAList() throws Exception {
        assertThat(get(program, "/v1/models").body()).contains(listed.slug(), other.slug());
        assertThat(ask(program, other).content()).isNotEmpty();
        assertThat(get(program, "/api/v1/apps/" + other.slug()).statusCode()).isEqualTo(200);
    }

    /** Another process has changed the key; what this one was told of it before is no excuse. */
    @Test
    void hasWhatIsTakenFromItNoLongerWithTheNextRequestOnEveryInstance() throws Exception {
        Instance second = house.instance(Map.of());
        List<Instance> both = List.of(house.first(), second);
        for (Instance instance : both) {
            assertThat(new OpenAiCaller(instance, program, other, null)
                            .send(QUESTION)
                            .content())
                    .isNotEmpty();
        }

        set("apps", listed.id().toString());

        for (Instance instance : both) {
            assertThat(ActingHouse.refusal(new OpenAiCaller(instance, program, other, null).send(QUESTION)))
                    .isEqualTo("404 model_not_found");
            assertThat(new OpenAiCaller(instance, program, listed, null)
                            .send(QUESTION)
                            .content())
                    .isNotEmpty();
        }
    }

    /** More in a burst than any minute's end can hide. */
    @Test
    void isRefusedBeyondItsLimitOnEveryInstance() throws Exception {
        set("requests_per_minute", "2");
        Instance second = house.instance(Map.of());
        Person sibling = house.program(owner, "chat");

        List<HttpResponse<String>> answered = new ArrayList<>();
        List<HttpResponse<String>> refusals = new ArrayList<>();
        for (int request = 0; request < 6; request++) {
            Instance instance = request % 2 == 0 ? house.first() : second;
            HttpResponse<String> response =
                    instance.send(instance.request("/v1/models", program).GET().build());
            (response.statusCode() == 200 ? answered : refusals).add(response);
        }

        assertThat(answered).hasSizeBetween(2, 4);
        HttpResponse<String> refused = refusals.getFirst();
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("\"rate_limit_exceeded\"", "\"rate_limit_error\"");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertThat(refused.headers().firstValue("x-should-retry")).contains("true");
        assertThat(get(sibling, "/v1/models").statusCode()).isEqualTo(200);
    }
}
