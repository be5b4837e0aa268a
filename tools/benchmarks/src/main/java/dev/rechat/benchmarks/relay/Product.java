package dev.rechat.benchmarks.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.benchmarks.process.Program;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ReChat as a process of its own, with one account and one app. */
final class Product implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("ReChat is ready: (\\S+)");
    private static final String ACCOUNT = "{\"email\":\"bench@example.org\",\"password\":\"correct horse battery\"}";
    private static final String KEY =
            "{\"name\":\"bench\",\"scopes\":[\"chat\"],\"password\":\"correct horse battery\"}";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Program program;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;
    private final String appId;
    private final String slug;
    private final String key;

    private Product(Program program, String url) throws IOException, InterruptedException {
        this.program = program;
        this.api = url.replace("localhost", "127.0.0.1") + "/api/v1";
        String token = token("/auth/register");
        JsonNode app = call("/apps", token, null).at("/data/0");
        this.appId = app.path("id").asText();
        this.slug = app.path("slug").asText();
        this.key = call("/auth/keys", token, KEY).path("key").asText();
    }

    /**
     * @param logs where its output goes
     * @param work where its data directory is made
     */
    static Product start(List<String> jvm, Database database, URI dify, String key, Path logs, Path work)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(database.environment());
        // one account asks for all turns
        environment.put("RECHAT_TURNS_MAX_RUNNING_PER_USER", "0");
        environment.put("RECHAT_TURNS_MAX_RUNNING_PER_APP", "0");
        List<String> command = Program.java(
                jvm,
                "dev.rechat.local.LocalServer",
                "--port",
                "0",
                "--data-dir",
                work.resolve("data").toString(),
                "--dify",
                dify.toString(),
                "--key",
                key);
        Program program = Program.start(command, environment, logs.resolve("product.log"), "ReChat is ready: ");
        try {
            Matcher ready = READY.matcher(program.awaitReady());
            if (!ready.find()) {
                throw new IOException("ReChat does not say where it is");
            }
            return new Product(program, ready.group(1));
        } catch (IOException | InterruptedException failed) {
            program.close();
            throw failed;
        }
    }

    URI streamUri() {
        return URI.create(api + "/chat/stream");
    }

    /** The body of a request for a turn in a new conversation. */
    String question(String text) throws IOException {
        return JSON.writeValueAsString(Map.of("app_id", appId, "message", text));
    }

    URI completionsUri() {
        return URI.create(api.replace("/api/v1", "/v1/chat/completions"));
    }

    /** The same as {@link #question}, as programs ask that speak OpenAI's API. */
    String completion(String text) throws IOException {
        return JSON.writeValueAsString(
                Map.of("model", slug, "stream", true, "messages", List.of(Map.of("role", "user", "content", text))));
    }

    /** An API key of the account. */
    String key() {
        return key;
    }

    /** A fresh access token: they are short-lived. */
    String token() throws IOException, InterruptedException {
        return token("/auth/login");
    }

    private String token(String path) throws IOException, InterruptedException {
        return call(path, null, ACCOUNT).path("access_token").asText();
    }

    private JsonNode call(String path, @Nullable String token, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(api + path)).header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(path + " is answered with " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    long pid() {
        return program.pid();
    }

    @Override
    public void close() {
        http.close();
        program.close();
    }
}
