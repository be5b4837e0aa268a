package dev.rechat.conversation.importing;

import static dev.rechat.conversation.ConversationServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rechat.conversation.ConversationServer;
import dev.rechat.conversation.export.ExportSchema;
import dev.rechat.conversation.export.Stored;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was exported comes back as the same tree. */
class RoundTripIT {

    private static final String EXPORT = "/api/v1/conversations/export";
    private static final String IMPORT = "/api/v1/conversations/import";

    private final UserId owner = ConversationServer.person();
    private final ApiClient ada = as(owner);
    private final ApiClient bob = as(ConversationServer.person());
    private final App app = Stored.app(true);

    @Test
    void givesAnotherPersonTheSameTrees() {
        branched();
        Stored.conversation(owner, app.id(), "empty");
        String exported = ada.get(EXPORT).body();

        ApiAnswer imported = bob.post(IMPORT, exported);

        assertThat(imported.status()).as(imported.body()).isEqualTo(200);
        assertThat(imported.json().path("imported").asInt()).isEqualTo(2);
        assertThat(imported.json().path("warnings")).isEmpty();
        ApiAnswer again = bob.get(EXPORT);
        assertThat(ExportSchema.problems(again.body())).isEmpty();
        assertThat(withoutIds(again.json()))
                .isEqualTo(withoutIds(ada.get(EXPORT).json()));
        assertThat(again.body())
                .as("new ids")
                .doesNotContain(ada.get(EXPORT)
                        .json()
                        .path("conversations")
                        .path(0)
                        .path("id")
                        .asText());
    }

    @Test
    void changesNothingWhenBroughtAgain() {
        branched();
        String exported = ada.get(EXPORT).body();
        bob.post(IMPORT, exported);
        JsonNode before = bob.get(EXPORT).json().path("conversations");

        ApiAnswer own = ada.post(IMPORT, exported);
        ApiAnswer second = bob.post(IMPORT, exported);

        assertThat(own.body()).isEqualTo("{\"imported\":0,\"skipped\":1,\"conversations\":[],\"warnings\":[]}");
        assertThat(second.body()).isEqualTo(own.body());
        assertThat(bob.get(EXPORT).json().path("conversations")).isEqualTo(before);
        assertThat(ada.get(EXPORT).json().path("conversations")).hasSize(1);
    }

    @Test
    void bringsBackWhatWasPutIntoTheTrash() {
        branched();
        String exported = ada.get(EXPORT).body();
        String first = id(bob.post(IMPORT, exported));
        bob.delete("/api/v1/conversations/" + first);

        ApiAnswer again = bob.post(IMPORT, exported);

        assertThat(again.json().path("imported").asInt()).isEqualTo(1);
        assertThat(id(again)).isNotEqualTo(first);
    }

    @Test
    void tellsThatFilesStayBehind() {
        Conversation conversation = Stored.conversation(owner, app.id(), "with files");
        Message question = Stored.question(conversation, null, "see");
        Stored.file(Stored.answer(conversation, question, "a cat"), "cat.png");

        JsonNode imported = bob.post(IMPORT, ada.get(EXPORT).body()).json();

        assertThat(imported.path("warnings").path(0).path("code").asText()).isEqualTo("files");
        assertThat(imported.path("warnings").path(0).path("count").asInt()).isEqualTo(1);
        assertThat(bob.get(EXPORT).body()).doesNotContain("cat.png");
    }

    @Test
    void takesAsMuchAsADocumentMayBring() {
        String messages = IntStream.range(0, 20_000)
                .mapToObj(i -> "{\"id\":\"%d\",%s\"role\":\"%s\",\"content\":\"%s\"}"
                        .formatted(
                                i,
                                i == 0 ? "" : "\"parent_id\":\"" + (i - 1) + "\",",
                                i % 2 == 0 ? "user" : "assistant",
                                "x".repeat(100)))
                .collect(Collectors.joining(","));

        ApiAnswer imported = bob.post(
                IMPORT + "?app_id=" + app.slug(),
                "{\"format\":\"rechat-conversations\",\"version\":1,\"conversations\":[{\"title\":\"long\",\"messages\":["
                        + messages + "]}]}");

        assertThat(imported.json().path("imported").asInt()).as(imported.body()).isEqualTo(1);
        assertThat(bob.get(EXPORT).json().path("conversations").path(0).path("messages"))
                .hasSize(20_000);
    }

    /** Two questions at the beginning, two answers to one of them, and something that goes on from each. */
    private void branched() {
        Conversation conversation = Stored.conversation(owner, app.id(), "分支 👩🏽‍💻 & <b>");
        Message first = Stored.question(conversation, null, "你好，世界 😀\r\n\ttab \"quoted\" \\ \u2028");
        Message one = Stored.answer(conversation, first, "长".repeat(200_000));
        Message two = Stored.message(
                conversation, first, MessageRole.ASSISTANT, TurnStatus.STOPPED, "𠀀 cut", "{\"a\":[1,{\"b\":null}]}");
        Message edited = Stored.question(conversation, null, "edited");
        Stored.answer(conversation, edited, "");
        Message next = Stored.question(conversation, one, "and then?");
        Stored.rate(Stored.answer(conversation, next, "x".repeat(200_000)), "好");
        Stored.message(
                conversation,
                Stored.question(conversation, two, "on the other branch"),
                MessageRole.ASSISTANT,
                TurnStatus.FAILED,
                "",
                null);
        ada.patch(
                "/api/v1/conversations/" + conversation.id(),
                "{\"pinned\":true,\"archived\":true,\"tags\":[\"标签\",\"a\"],\"folder_id\":\"" + folder() + "\"}");
    }

    private String folder() {
        return ada.post("/api/v1/folders", "{\"name\":\"文件夹 1\"}")
                .json()
                .path("id")
                .asText();
    }

    static String id(ApiAnswer imported) {
        return imported.json().path("conversations").path(0).path("id").asText();
    }

    /** Each id by its place; the time of the export is not compared. */
    private static JsonNode withoutIds(JsonNode document) {
        Map<String, String> places = new HashMap<>();
        for (JsonNode conversation : document.path("conversations")) {
            ((ObjectNode) conversation).remove("id");
            for (JsonNode message : conversation.path("messages")) {
                ObjectNode fields = (ObjectNode) message;
                places.put(fields.path("id").asText(), "m" + places.size());
                fields.put("id", places.get(fields.path("id").asText()));
                if (fields.has("parent_id")) {
                    fields.put("parent_id", places.get(fields.path("parent_id").asText()));
                }
            }
        }
        return document.path("conversations");
    }
}
