package dev.rechat.conversation.importing;

import static dev.rechat.conversation.ConversationServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.conversation.ConversationServer;
import dev.rechat.conversation.export.Stored;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import dev.rechat.testing.gateway.InProcess;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a document is told with its place, and nothing of it is taken. */
class RefusedImportIT {

    private final UserId owner = ConversationServer.person();
    private final ApiClient ada = as(owner);
    private final App app = Stored.app(true);
    private boolean taken;

    @AfterEach
    void takesNothing() {
        assertThat(ada.get("/api/v1/conversations/export").json().path("conversations"))
                .hasSize(taken ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[{]", "{} {}", "nonsense", "{\"conversations\":[}"})
    void refusesWhatIsNotJson(String body) {
        ApiAnswer refused = bring(body);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.code()).isIn("malformed_json", "validation_failed");
    }

    @InProcess("bytes, of which a gateway makes text before a function sees them")
    @Test
    void refusesBytesThatAreNoText() {
        byte[] body = "[{\"title\":\"a?\",\"chat\":{\"messages\":[]}}]".getBytes(StandardCharsets.US_ASCII);
        body[12] = (byte) 0xC3;

        assertThat(ada.send("POST", path(), body, "application/json").code()).isEqualTo("malformed_json");
    }

    @Test
    void refusesEndlessDepth() {
        assertThat(bring("[{\"x\":" + "[".repeat(100_000)).code()).isEqualTo("malformed_json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7                                                   | body:invalid",
                "{}                                                  | body:invalid",
                "{\"title\":\"x\"}                                   | body:invalid",
                "[7]                                                 | [0]:invalid",
                "[{\"chat\":{\"history\":{\"messages\":{\"a\":{\"content\":\"x\"}}}}}] | [0].chat.history.messages.a.role:required",
                "[{\"chat\":{\"history\":{\"messages\":{\"a\":{\"role\":\"user\",\"content\":7}}}}}] | [0].chat.history.messages.a.content:invalid",
                "[{\"chat\":{\"history\":7}}]                        | [0].chat.history:invalid",
                "[{\"title\":7}]                                     | [0].title:invalid"
            })
    void namesThePlaceInAForeignDocument(String body, String error) {
        assertThat(bring(body).errors()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7                                    | conversations[0]:invalid",
                "null                                 | conversations[0]:required",
                "{}                                   | conversations[0].title:required",
                "{\"title\":\" \"}                    | conversations[0].title:too_short",
                "{\"title\":null}                     | conversations[0].title:required",
                "{\"title\":\"x\",\"titel\":1}        | conversations[0].titel:unknown_field",
                "{\"title\":\"x\",\"pinned\":\"yes\"} | conversations[0].pinned:invalid",
                "{\"title\":\"x\",\"tags\":[\"\"]}    | conversations[0].tags[0]:too_short",
                "{\"title\":\"x\",\"inputs\":[]}      | conversations[0].inputs:invalid",
                "{\"title\":\"x\",\"created_at\":\"noon\"} | conversations[0].created_at:invalid",
                "{\"title\":\"x\",\"app\":{\"key\":1}} | conversations[0].app.key:unknown_field",
                "{\"title\":\"x\",\"messages\":{}}    | conversations[0].messages:invalid",
                "{\"title\":\"x\",\"messages\":[{}]}  | conversations[0].messages[0].id:required conversations[0].messages[0].role:required conversations[0].messages[0].content:required",
                "{\"title\":\"x\",\"messages\":[{\"id\":\"a\",\"role\":\"system\",\"content\":\"\"}]} | conversations[0].messages[0].role:invalid",
                "{\"title\":\"x\",\"messages\":[{\"id\":\"a\",\"role\":\"user\",\"content\":\"\",\"status\":\"odd\"}]} | conversations[0].messages[0].status:invalid"
            })
    void namesThePlaceInOurDocument(String conversation, String error) {
        assertThat(bring(ours(conversation)).errors()).isEqualTo(error);
    }

    @Test
    void namesTheVersionThatItDoesNotKnow() {
        assertThat(bring("{\"format\":\"rechat-conversations\",\"version\":2,\"conversations\":[]}")
                        .errors())
                .isEqualTo("version:invalid");
        assertThat(bring("{\"conversations\":[]}").errors()).isEqualTo("format:required version:required");
    }

    @Test
    void takesAllOrNothing() {
        String good = "{\"title\":\"good\",\"app\":{\"id\":\"" + app.id() + "\"}}";
        String orphan = "{\"title\":\"orphan\",\"app\":{\"id\":\""
                + ConversationServer.ids().nextAppId() + "\",\"slug\":\"gone\"}}";

        ApiAnswer refused = ada.post("/api/v1/conversations/import", ours(good + "," + orphan));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).isEqualTo("conversations[1].app:not_found");
        assertThat(refused.body()).contains("gone");
    }

    @Test
    void knowsNoAppThatIsForGroupsOfOthers() {
        App hidden = Stored.forGroupOf(Stored.app(true), ConversationServer.person());

        for (String name : new String[] {hidden.id().toString(), hidden.slug()}) {
            String kind = name.equals(hidden.slug()) ? "slug" : "id";
            String conversation = "{\"title\":\"x\",\"app\":{\"" + kind + "\":\"" + name + "\"}}";
            assertThat(ada.post("/api/v1/conversations/import", ours(conversation))
                            .errors())
                    .isEqualTo("conversations[0].app:not_found");
            assertThat(ada.post("/api/v1/conversations/import?app_id=" + name, ours("{\"title\":\"x\"}"))
                            .errors())
                    .isEqualTo("app_id:not_found");
        }
    }

    @Test
    void refusesMoreThanADocumentMayBring() {
        String conversations = IntStream.range(0, 1001)
                .mapToObj(i -> "{\"id\":\"" + i + "\",\"title\":\"x\"}")
                .collect(Collectors.joining(","));
        String messages = IntStream.range(0, 20_001)
                .mapToObj(i -> "{\"id\":\"" + i + "\",\"role\":\"user\",\"content\":\"\"}")
                .collect(Collectors.joining(","));

        assertThat(bring(ours(conversations)).errors()).isEqualTo("conversations[1000]:too_long");
        assertThat(bring(ours("{\"title\":\"x\",\"messages\":[" + messages + "]}"))
                        .errors())
                .isEqualTo("conversations[0].messages[20000]:too_long");
    }

    @Test
    void refusesABodyOverTheLimit() {
        ApiAnswer refused = bring(ours("{\"title\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}"));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo("payload_too_large");
    }

    @Test
    void takesNoFilesOfOthersInInputs() {
        taken = true;
        ApiAnswer imported = bring(ours("{\"title\":\"x\",\"inputs\":{\"topic\":\"leases\",\"count\":2,"
                + "\"file\":{\"type\":\"image\",\"upload_file_id\":\"theirs\"},\"files\":[{}]}}"));

        assertThat(imported.json().path("warnings").path(0).path("code").asText())
                .isEqualTo("inputs");
        JsonNode export = ada.get("/api/v1/conversations/export").json();
        assertThat(export.path("conversations").path(0).path("inputs"))
                .hasToString("{\"topic\":\"leases\",\"count\":2}");
    }

    @Test
    void believesNoIdsAndNoTimesFromTheFuture() {
        taken = true;
        Conversation theirs = Stored.conversation(ConversationServer.person(), app.id(), "theirs");

        String id = RoundTripIT.id(
                bring(
                        ours(
                                "{\"id\":\"" + theirs.id()
                                        + "\",\"title\":\"mine\",\"updated_at\":\"9999-01-01T00:00:00Z\",\"created_at\":\"-1000-01-01T00:00:00Z\"}")));

        assertThat(id).isNotEqualTo(theirs.id().toString());
        JsonNode mine = ada.get("/api/v1/conversations/" + id).json();
        assertThat(mine.path("updated_at").asText()).isLessThan("9999");
        assertThat(mine.path("created_at").asText()).isEqualTo("1970-01-01T00:00:00.000Z");
    }

    @Test
    void keepsHalfCharactersOutOfTheDatabase() {
        taken = true;
        bring(ours("{\"title\":\"a\\ud800\",\"folder\":\"\\udc00\",\"tags\":[\"\\ud800\",\"\\ud801\"]}"));

        assertThat(ada.get("/api/v1/conversations/export").body()).contains("a\uFFFD");
    }

    private static String ours(String conversations) {
        return "{\"format\":\"rechat-conversations\",\"version\":1,\"conversations\":[" + conversations + "]}";
    }

    private ApiAnswer bring(String document) {
        return ada.post(path(), document);
    }

    private String path() {
        return "/api/v1/conversations/import?app_id=" + app.id();
    }
}
