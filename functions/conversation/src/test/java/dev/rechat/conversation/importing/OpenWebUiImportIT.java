package dev.rechat.conversation.importing;

import static dev.rechat.conversation.ConversationServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.conversation.ConversationServer;
import dev.rechat.conversation.export.Stored;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Chats as Open WebUI exports them. */
class OpenWebUiImportIT {

    private static final String TREE = """
            [{"id":"9b1f3c1e-8f5a-4c0e-9d53-0f4a2a0a7d11","user_id":"u","title":"猫 😀","share_id":null,"archived":false,"pinned":true,
            "created_at":1700000000,"updated_at":1700000100,"folder_id":"f1","meta":{"tags":["pets","猫"]},"tasks":[{"x":[1,2]}],
            "chat":{"id":"","title":"猫 😀","models":["llama3","gpt"],"params":{"a":{}},"files":[],"tags":["pets"],"timestamp":1700000000123,
            "history":{"currentId":"a1","messages":{
             "a2":{"id":"a2","parentId":"q1","childrenIds":[],"role":"assistant","content":"two","model":"gpt","timestamp":1700000002,"done":true},
             "q1":{"id":"q1","parentId":null,"childrenIds":["a1","a2"],"role":"user","content":"What is a cat?","timestamp":1700000001,
                   "models":["llama3","gpt"],"files":[{"type":"image","url":"data:image/png;base64,AAAA"}]},
             "a1":{"id":"a1","parentId":"q1","childrenIds":[],"role":"assistant","content":"one","model":"llama3","timestamp":1700000002,"done":true}
            }},
            "messages":[{"id":"q1","role":"user","content":"What is a cat?"},{"id":"a1","role":"assistant","content":"one"}]}}]
            """;

    private final ApiClient ada = as(ConversationServer.person());
    private final App app = Stored.app(true);

    @Test
    void keepsTheTreeWithTheBranchThatWasShownLast() {
        JsonNode imported = bring(TREE).json();

        assertThat(imported.path("imported").asInt()).isEqualTo(1);
        assertThat(imported.path("conversations").path(0).path("title").asText())
                .isEqualTo("猫 😀");
        assertThat(imported.path("warnings"))
                .extracting(each -> each.path("code").asText())
                .containsExactly("files", "folders");
        JsonNode conversation = exported().path(0);
        assertThat(conversation.path("pinned").asBoolean()).isTrue();
        assertThat(conversation.path("tags")).hasToString("[\"pets\",\"猫\"]");
        assertThat(conversation.path("created_at").asText()).isEqualTo("2023-11-14T22:13:20.000Z");
        assertThat(conversation.path("updated_at").asText()).isEqualTo("2023-11-14T22:15:00.000Z");
        assertThat(conversation.path("app").path("id").asText())
                .isEqualTo(app.id().toString());
        assertThat(tree(conversation)).containsExactly("user What is a cat?", "assistant two <0", "assistant one <0");
    }

    @Test
    void takesTheSameChatOnce() {
        bring(TREE);

        JsonNode again = bring(TREE).json();

        assertThat(again.path("skipped").asInt()).isEqualTo(1);
        assertThat(exported()).hasSize(1);
    }

    @Test
    void takesASingleChatAndOneWithoutATree() {
        bring(
                "{\"title\":\"old\",\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\"},"
                        + "{\"role\":\"user\",\"content\":\"c\"},{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"d\"},"
                        + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"x\"}}]}]}");

        assertThat(tree(exported().path(0))).containsExactly("user a", "assistant b <0", "user c <1", "assistant d <2");
    }

    @Test
    void putsOddShapesIntoOurs() {
        JsonNode imported = bring(chat("""
                "s":{"parentId":null,"role":"system","content":"be nice"},
                "hello":{"parentId":"s","role":"assistant","content":"Hello"},
                "q":{"parentId":"hello","role":"user","content":"one"},
                "q2":{"parentId":"q","role":"user","content":"two"},
                "a2":{"parentId":"q2","role":"assistant","content":"...","done":false},
                "lost":{"parentId":"nowhere","role":"user","content":"lost"},
                "c1":{"parentId":"c2","role":"user","content":"circle"},
                "c2":{"parentId":"c1","role":"assistant","content":"round"},
                "self":{"parentId":"self","role":"user","content":"self"}
                """)).json();

        assertThat(imported.path("warnings"))
                .extracting(each ->
                        each.path("code").asText() + " " + each.path("count").asInt())
                .containsExactly("other_roles 1", "unanswered 3", "unasked 1", "unknown_parents 3");
        assertThat(tree(exported().path(0)))
                .containsExactly(
                        "user …",
                        "assistant Hello <0",
                        "user one <1",
                        "assistant  interrupted <2",
                        "user two <3",
                        "assistant ... interrupted <4",
                        "user lost",
                        "assistant  interrupted <6",
                        "user circle",
                        "assistant round <8",
                        "user self",
                        "assistant  interrupted <10");
    }

    @Test
    void toleratesWhatItDoesNotKnow() {
        ApiAnswer imported = bring(
                "[{\"id\":7,\"title\":null,\"pinned\":null,\"archived\":\"x\",\"created_at\":\"then\",\"meta\":[],"
                        + "\"chat\":{\"tags\":[1,{\"name\":\"t\"},\"\"],\"history\":{\"currentId\":5,\"messages\":{\"q\":{\"role\":\"user\","
                        + "\"content\":\"x\",\"timestamp\":\"now\",\"files\":{}}}}}}]");

        assertThat(imported.status()).as(imported.body()).isEqualTo(200);
        assertThat(imported.json().path("conversations").path(0).path("title").asText())
                .isEqualTo("New chat");
        assertThat(exported().path(0).path("tags")).hasToString("[\"t\"]");
    }

    @Test
    void cutsWhatIsTooLong() {
        JsonNode imported = bring("[{\"title\":\"" + "😀".repeat(300) + "\",\"chat\":{\"tags\":[\"" + "x".repeat(60)
                        + "\"],\"messages\":[]}}]")
                .json();

        assertThat(imported.path("conversations").path(0).path("title").asText())
                .isEqualTo("😀".repeat(100));
        assertThat(imported.path("warnings").path(0).path("code").asText()).isEqualTo("tags");
    }

    @Test
    void needsAnApp() {
        ApiAnswer none = ada.post("/api/v1/conversations/import", TREE);
        ApiAnswer unknown = ada.post("/api/v1/conversations/import?app_id=nowhere", TREE);
        ApiAnswer off = ada.post(
                "/api/v1/conversations/import?app_id=" + Stored.app(false).id(), TREE);

        assertThat(none.errors()).isEqualTo("app_id:required");
        assertThat(unknown.errors()).isEqualTo("app_id:not_found");
        assertThat(off.errors()).isEqualTo("app_id:not_found");
        assertThat(exported()).isEmpty();
    }

    private static String chat(String messages) {
        return "[{\"title\":\"odd\",\"chat\":{\"history\":{\"messages\":{" + messages + "}}}}]";
    }

    private ApiAnswer bring(String document) {
        return ada.post("/api/v1/conversations/import?app_id=" + app.slug(), document);
    }

    private JsonNode exported() {
        return ada.get("/api/v1/conversations/export").json().path("conversations");
    }

    /** Each message, with the place of the one that it follows. */
    private static List<String> tree(JsonNode conversation) {
        Map<String, Integer> places = new HashMap<>();
        List<String> tree = new ArrayList<>();
        for (JsonNode message : conversation.path("messages")) {
            String status = message.path("status").asText();
            tree.add(message.path("role").asText() + " "
                    + message.path("content").asText()
                    + (status.equals("completed") ? "" : " " + status)
                    + (message.has("parent_id")
                            ? " <" + places.get(message.path("parent_id").asText())
                            : ""));
            places.put(message.path("id").asText(), places.size());
        }
        return tree;
    }
}
