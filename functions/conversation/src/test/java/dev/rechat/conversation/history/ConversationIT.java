package dev.rechat.conversation.history;

import static dev.rechat.conversation.ConversationServer.NOON;
import static dev.rechat.conversation.ConversationServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.testing.api.ApiClient;
import dev.rechat.testing.gateway.InProcess;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationIT {

    private static final String CONVERSATIONS = "/api/v1/conversations";

    private final UserId owner = ConversationServer.person();
    private final ApiClient ada = as(owner);

    @Test
    void showsAConversationToItsOwner() {
        Conversation conversation = Threads.of(owner);

        var answer = ada.get(path(conversation));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .hasToString("{\"id\":\"" + conversation.id() + "\",\"app_id\":\"" + conversation.appId()
                        + "\",\"title\":\"问候 😀\",\"pinned\":false,\"archived\":false,"
                        + "\"temporary\":false,\"tags\":[],"
                        + "\"created_at\":\"2026-03-01T12:00:00.000Z\",\"updated_at\":\"2026-03-01T12:00:00.000Z\"}");
    }

    @Test
    void isEmptyForWhoHasNotChatted() {
        assertThat(ada.get(CONVERSATIONS).body()).isEqualTo("{\"data\":[],\"next_cursor\":null}");
    }

    @Test
    void changesWhatIsGivenAndKeepsItsPlace() {
        Conversation older = Threads.of(owner);
        Conversation newer = Threads.of(owner, NOON.plusSeconds(1));

        var renamed = ada.patch(path(older), "{\"title\":\"  标题 👩🏽‍💻  \"}");
        var pinned = ada.patch(path(older), "{\"pinned\":true,\"title\":null}");
        assertThat(listed()).containsExactly(older.id().toString(), newer.id().toString());
        var unpinned = ada.patch(path(older), "{\"pinned\":false}");
        assertThat(listed()).containsExactly(newer.id().toString(), older.id().toString());
        var archived = ada.patch(path(older), "{\"archived\":true}");
        var unchanged = ada.patch(path(older), "{}");

        assertThat(renamed.json().path("title").asText()).isEqualTo("标题 👩🏽‍💻");
        assertThat(renamed.json().path("pinned").asBoolean()).isFalse();
        assertThat(pinned.json().path("title").asText()).isEqualTo("标题 👩🏽‍💻");
        assertThat(unpinned.json().path("updated_at")).isEqualTo(pinned.json().path("updated_at"));
        assertThat(archived.json().path("archived").asBoolean()).isTrue();
        assertThat(unchanged.body()).isEqualTo(archived.body());
        assertThat(listed()).containsExactly(newer.id().toString());
    }

    private List<String> listed() {
        List<String> ids = new ArrayList<>();
        ada.get(CONVERSATIONS)
                .json()
                .path("data")
                .forEach(each -> ids.add(each.path("id").asText()));
        return ids;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"titel\":\"x\"}            | titel:unknown_field",
                "{\"title\":\"  \"}           | title:too_short",
                "{\"pinned\":{\"a\":1}}       | pinned:invalid",
                "{\"pinned\":\"perhaps\"}     | pinned:invalid",
                "{\"archived\":1}             | archived:invalid",
                "{\"title\":{\"a\":1}}        | title:invalid",
                "{\"temporary\":true}         | temporary:invalid",
                "{\"temporary\":\"no\"}       | temporary:invalid",
                "{\"folder_id\":\"x\"}        | folder_id:invalid",
                "{\"folder_id\":\"0192e4a0-0000-7000-8000-00000000000a\"} | folder_id:unknown",
                "{\"tags\":\"work\"}          | tags:invalid",
                "{\"tags\":[\" \"]}           | tags[0]:required",
                "{\"tags\":[\"a\",null]}      | tags[1]:required",
                "[]                           | body:invalid"
            })
    void namesTheFieldThatIsWrong(String body, String error) {
        Conversation conversation = Threads.of(owner);

        var answer = ada.patch(path(conversation), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("validation_failed");
        assertThat(answer.errors()).isEqualTo(error);
    }

    @Test
    void refusesATitleThatDoesNotFit() {
        Conversation conversation = Threads.of(owner);

        var fits = ada.patch(path(conversation), "{\"title\":\"" + "长".repeat(200) + "\"}");
        var tooLong = ada.patch(path(conversation), "{\"title\":\"" + "长".repeat(201) + "\"}");

        assertThat(fits.status()).isEqualTo(200);
        assertThat(tooLong.errors()).isEqualTo("title:too_long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"title\":}", "title=x", "{\"title\":\"a\u0000\"}"})
    void refusesWhatIsNotJson(String body) {
        Conversation conversation = Threads.of(owner);

        var answer = ada.patch(path(conversation), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(ada.get(path(conversation)).json().path("title").asText()).isEqualTo("问候 😀");
    }

    @InProcess("bytes, of which a gateway makes text before a function sees them")
    @Test
    void refusesInvalidUtf8() {
        Conversation conversation = Threads.of(owner);
        byte[] body = "{\"title\":\"a?b\"}".getBytes(StandardCharsets.US_ASCII);
        body[11] = (byte) 0xC3;

        var answer = ada.send("PATCH", path(conversation), body, "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed_json");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        Conversation conversation = Threads.of(owner);

        var answer = ada.patch(path(conversation), "{\"title\":\"" + "x".repeat(1_100_000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("payload_too_large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=ten",
                "cursor=",
                "cursor=!",
                "cursor=MQox",
                "cursor=b3RoZXJzCjk5OTk5OTk5OTk5OTk5OTk5OQowMTg5MGE1ZC1hYzk2LTc3NGItYmNjZS1iMzAyMDk5YTgwNTc",
                "cursor=bWluZQoxCjAxODkwYTVkLWFjOTYtNzc0Yi1iY2NlLWIzMDIwOTlhODA1Nw",
                "place=temporary",
                "place=LIST",
                "app_id=demo",
                "folder_id=1",
                "tag=",
                "tag=%20",
                "tag=123456789012345678901234567890123456789012345678901"
            })
    void refusesAPageThatCannotBe(String query) {
        var answer = ada.get(CONVERSATIONS + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("validation_failed");
        assertThat(answer.errors()).startsWith(query.substring(0, query.indexOf('=')) + ":");
    }

    private static String path(Conversation conversation) {
        return CONVERSATIONS + "/" + conversation.id();
    }
}
