package dev.rechat.chat.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.persistence.app.App;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A program that speaks OpenAI's API and keeps its own history, as most do. */
final class OpenAiCaller {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Instance instance;
    private final Person person;
    private final App app;
    private final @Nullable String chat;
    private final List<Map<String, Object>> history = new ArrayList<>();

    /** @param chat what it sends as Open WebUI's chat id; null for nothing */
    OpenAiCaller(Instance instance, Person person, App app, @Nullable String chat) {
        this.instance = instance;
        this.person = person;
        this.app = app;
        this.chat = chat;
    }

    record Reply(HttpResponse<String> response) {

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException noJson) {
                throw new IllegalStateException(response.body(), noJson);
            }
        }

        String content() {
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
            return json().at("/choices/0/message/content").asText();
        }

        String conversation() {
            return response.headers().firstValue("X-ReChat-Conversation-Id").orElseThrow();
        }

        boolean retold() {
            return response.headers()
                    .firstValue("X-ReChat-Context")
                    .orElseThrow()
                    .equals("retold");
        }
    }

    /** The same person's program elsewhere, with the same history. */
    OpenAiCaller on(Instance other) {
        OpenAiCaller moved = new OpenAiCaller(other, person, app, chat);
        moved.history.addAll(history);
        return moved;
    }

    static Map<String, Object> message(String role, String content) {
        return Map.of("role", role, "content", content);
    }

    /** Asks, and keeps question and answer. */
    Reply say(String question) throws IOException, InterruptedException {
        history.add(message("user", question));
        return again();
    }

    /** Asks what is at the end of the history. */
    Reply again() throws IOException, InterruptedException {
        Reply reply = send(Map.of("messages", history));
        history.add(message("assistant", reply.content()));
        return reply;
    }

    /** The body of a question after what was said. */
    Map<String, Object> asking(String question, boolean stream) {
        List<Map<String, Object>> messages = new ArrayList<>(history);
        messages.add(message("user", question));
        return Map.of("messages", messages, "stream", stream);
    }

    /** Takes the newest messages back. */
    void forget(int messages) {
        history.subList(history.size() - messages, history.size()).clear();
    }

    Reply send(Map<String, ?> body, String... headers) throws IOException, InterruptedException {
        return new Reply(instance.send(request(body, headers)));
    }

    HttpRequest request(Map<String, ?> body, String... headers) throws IOException {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("model", app.slug());
        whole.putAll(body);
        HttpRequest.Builder request = instance.request("/v1/chat/completions", person)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(whole)));
        if (chat != null) {
            request.header("x-openwebui-chat-id", chat);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }
}
