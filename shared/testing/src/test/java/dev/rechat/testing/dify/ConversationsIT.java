package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationsIT {

    private final DifySimulator simulator = DifySimulator.start();
    private final TestClient chat = new TestClient(simulator, DemoApps.CHAT_KEY);

    @AfterEach
    void stop() {
        chat.close();
        simulator.close();
    }

    /** The closing event of an answer in that conversation; a blank one starts another. */
    private JsonNode say(String query, String conversationId) throws Exception {
        return chat.stream("/chat-messages", TestClient.question(query).put("conversation_id", conversationId))
                .only("message_end");
    }

    private String start(String query) throws Exception {
        return say(query, "").path("conversation_id").asText();
    }

    private JsonNode get(String path) throws Exception {
        return chat.json(chat.get(path));
    }

    private static List<String> texts(JsonNode page, String field) {
        return page.path("data")
                .valueStream()
                .map(row -> row.path(field).asText())
                .toList();
    }

    @Test
    void continuesAConversationAndShowsThatItRemembers() throws Exception {
        String conversation = start("First question?");

        StreamedAnswer second =
                chat.stream("/chat-messages", TestClient.question("And then?").put("conversation_id", conversation));

        assertThat(second.text())
                .contains("“And then?”", "message 2 of our conversation", "you asked “First question?”");
        assertThat(second.only("message_end").path("conversation_id").asText()).isEqualTo(conversation);
        JsonNode messages = get("/messages?user=u1&conversation_id=" + conversation);
        assertThat(texts(messages, "query")).containsExactly("First question?", "And then?");
        assertThat(messages.at("/data/1/answer").asText()).isEqualTo(second.text());
    }

    @Test
    void answersInChineseWhenAskedInChinese() throws Exception {
        StreamedAnswer answer = chat.stream("/chat-messages", TestClient.question("你好吗？"));

        assertThat(answer.text()).contains("“你好吗？”", "第一条消息");
        assertThat(answer.named("message")).hasSizeGreaterThan(10);
    }

    @Test
    void listsConversationsOfTheUserNewestFirst() throws Exception {
        String first = start("one");
        String second = start("two");
        say("more", first);

        JsonNode page = get("/conversations?user=u1&limit=1");

        assertThat(texts(page, "id")).containsExactly(first);
        assertThat(page.path("has_more").asBoolean()).isTrue();
        assertThat(texts(get("/conversations?user=u1&last_id=" + first), "id")).containsExactly(second);
        assertThat(texts(get("/conversations?user=u1&sort_by=created_at"), "id"))
                .containsExactly(first, second);
        assertThat(get("/conversations?user=other").path("data")).isEmpty();
        assertThat(chat.get("/conversations?user=u1&limit=101").statusCode()).isEqualTo(400);
        assertThat(page.at("/data/0/introduction").asText()).startsWith("Hello!");
    }

    @Test
    void namesAConversationAfterItsQuestion() throws Exception {
        String conversation = start("What is the price of tea in China?");

        JsonNode renamed = chat.json(chat.post(
                "/conversations/" + conversation + "/name",
                Json.object().put("user", "u1").put("name", "Tea")));

        assertThat(renamed.path("name").asText()).isEqualTo("Tea");
        assertThat(texts(get("/conversations?user=u1"), "name")).containsExactly("Tea");
        JsonNode again = chat.json(chat.post(
                "/conversations/" + conversation + "/name",
                Json.object().put("user", "u1").put("auto_generate", true)));
        assertThat(again.path("name").asText()).isEqualTo("What is the price of tea in China");
        assertThat(chat.post(
                                "/conversations/" + conversation + "/name",
                                Json.object().put("user", "u1").put("name", " "))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void keepsTheShortenedQuestionWhenNoNameIsWanted() throws Exception {
        chat.stream(
                "/chat-messages",
                TestClient.question("What is the price of tea?").put("auto_generate_name", false));

        assertThat(texts(get("/conversations?user=u1"), "name")).containsExactly("What is the price of…");
    }

    @Test
    void deletesAConversationWithItsMessages() throws Exception {
        String conversation = start("one");

        assertThat(chat.delete("/conversations/" + conversation, "{\"user\":\"other\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(chat.send(chat.to("/conversations/" + conversation)
                                .setHeader("Content-Type", "text/plain")
                                .method("DELETE", BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(chat.delete("/conversations/" + conversation, "{\"user\":\"u1\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(get("/conversations?user=u1").path("data")).isEmpty();
        assertThat(chat.get("/messages?user=u1&conversation_id=" + conversation).statusCode())
                .isEqualTo(404);
    }

    @Test
    void pagesMessagesBackwardsEachPageAscending() throws Exception {
        String conversation = start("1");
        for (int i = 2; i <= 5; i++) {
            say(String.valueOf(i), conversation);
        }

        JsonNode newest = get("/messages?user=u1&limit=2&conversation_id=" + conversation);
        JsonNode older = get("/messages?user=u1&limit=2&conversation_id=" + conversation + "&first_id="
                + newest.at("/data/0/id").asText());

        assertThat(texts(newest, "query")).containsExactly("4", "5");
        assertThat(newest.path("has_more").asBoolean()).isTrue();
        assertThat(texts(older, "query")).containsExactly("2", "3");
    }

    @Test
    void takesFeedbackAndTakesItBack() throws Exception {
        JsonNode end = say("one", "");
        String path = "/messages/" + end.path("message_id").asText() + "/feedbacks";
        JsonNode like = Json.object().put("user", "u1").put("rating", "like").put("content", "nice");
        JsonNode nothing = Json.object().put("user", "u1").putNull("rating");

        assertThat(chat.post(path, like).statusCode()).isEqualTo(200);

        String messages = "/messages?user=u1&conversation_id="
                + end.path("conversation_id").asText();
        assertThat(get(messages).at("/data/0/feedback/rating").asText()).isEqualTo("like");
        assertThat(get("/app/feedbacks").at("/data/0/content").asText()).isEqualTo("nice");
        assertThat(chat.post(path, nothing).statusCode()).isEqualTo(200);
        assertThat(get(messages).at("/data/0/feedback").isNull()).isTrue();
        assertThat(chat.post(path, nothing).statusCode()).isEqualTo(400);
        assertThat(chat.post(path, Json.object().put("user", "other").put("rating", "like"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void suggestsWhatToAskNextWhereTheAppDoes() throws Exception {
        String message = say("tea", "").path("message_id").asText();

        assertThat(get("/messages/" + message + "/suggested?user=u1").path("data"))
                .hasSize(3);
        assertThat(chat.get("/messages/" + message + "/suggested").statusCode()).isEqualTo(400);
        try (DifySimulator plain =
                        DifySimulator.builder().app(SimulatedApp.chat("k")).start();
                TestClient client = new TestClient(plain, "k")) {
            JsonNode end =
                    client.stream("/chat-messages", TestClient.question("?")).only("message_end");
            assertThat(client.get("/messages/" + end.path("message_id").asText() + "/suggested?user=u1")
                            .body())
                    .contains("Suggested Questions Is Disabled.");
        }
    }

    @Test
    void keepsTheThoughtsOfAnAgent() throws Exception {
        try (TestClient agent = new TestClient(simulator, DemoApps.AGENT_KEY)) {
            JsonNode end =
                    agent.stream("/chat-messages", TestClient.question("time?")).only("message_end");

            JsonNode messages = agent.json(agent.get("/messages?user=u1&conversation_id="
                    + end.path("conversation_id").asText()));

            assertThat(messages.at("/data/0/agent_thoughts/0/tool").asText()).isEqualTo("current_time");
        }
    }
}
