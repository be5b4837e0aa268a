package dev.rechat.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** A person with a browser, as far as the API sees one. */
public final class ApiClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> PERSON =
            Map.of("email", "first@example.com", "password", "correct horse battery staple");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private String token = "";

    public ApiClient(String url) {
        this.url = url;
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> head(String path) throws IOException, InterruptedException {
        return send(request(path).HEAD());
    }

    public HttpResponse<String> post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** With who is signed in. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    public static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    /** @return the account */
    public JsonNode register() throws IOException, InterruptedException {
        return enter("/api/v1/auth/register");
    }

    public JsonNode signIn() throws IOException, InterruptedException {
        return enter("/api/v1/auth/login");
    }

    private JsonNode enter(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = post(path, PERSON);
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        JsonNode body = json(response);
        token = body.path("access_token").asText();
        return body.path("user");
    }

    @Override
    public void close() {
        http.close();
    }
}
