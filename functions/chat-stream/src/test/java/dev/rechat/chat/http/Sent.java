package dev.rechat.chat.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.persistence.app.App;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Requests about files and messages, as a browser sends them. */
final class Sent {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Sent() {}

    static HttpResponse<String> file(
            ChatHouse house, Person who, String path, String app, String name, String type, byte[] content)
            throws Exception {
        String head = "--b\r\nContent-Disposition: form-data; name=\"app_id\"\r\n\r\n" + app
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: " + type + "\r\n\r\n";
        HttpRequest request = house.request(path, who)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--b--\r\n")))
                .build();
        return house.send(request);
    }

    static HttpResponse<String> upload(ChatHouse house, Person who, App app, String name, String type, String content)
            throws Exception {
        return file(house, who, "/api/v1/chat/files", app.id().toString(), name, type, content.getBytes(UTF_8));
    }

    static HttpResponse<String> get(ChatHouse house, Person who, String path) throws Exception {
        return house.send(house.request(path, who).GET().build());
    }

    static HttpResponse<String> json(ChatHouse house, Person who, String method, String path, String body)
            throws Exception {
        return house.send(house.request(path, who)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    /** Asks, and returns the id of the answer. */
    static String answer(ChatHouse house, Person who, App app, String question) throws Exception {
        return house.ask(who, "{\"app_id\":\"%s\",\"message\":\"%s\"}".formatted(app.id(), question))
                .getFirst()
                .text("assistant_message_id");
    }

    static JsonNode body(HttpResponse<String> response) throws JsonProcessingException {
        return JSON.readTree(response.body());
    }

    static String problem(HttpResponse<String> response) throws JsonProcessingException {
        return response.statusCode() + " " + body(response).path("code").asText();
    }
}
