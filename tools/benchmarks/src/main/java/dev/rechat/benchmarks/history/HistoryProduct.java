package dev.rechat.benchmarks.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.benchmarks.data.Resident;
import dev.rechat.benchmarks.process.Program;
import dev.rechat.testing.account.TestAccounts;
import dev.rechat.testing.database.Schema;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ReChat as a process of its own on one house. Whoever asks is signed in beside it: passwords are slow on purpose. */
final class HistoryProduct implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("ReChat is ready: (\\S+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Tokens live 15 minutes. */
    private static final Duration TOKEN_USE = Duration.ofMinutes(10);

    private record Token(String text, long since) {}

    private final Program program;
    private final String api;
    private final TestAccounts accounts;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Token> tokens = new HashMap<>();

    private HistoryProduct(Program program, String url, Schema schema) {
        this.program = program;
        this.api = url.replace("localhost", "127.0.0.1") + "/api/v1";
        this.accounts = new TestAccounts(schema);
    }

    /**
     * Begins to start; {@link Starting#await} ends it, so that two can start side by side.
     *
     * @param urlOptions for the product's own connections; empty for none
     */
    static Starting start(Schema schema, String urlOptions, List<String> jvm, Path work, String name)
            throws IOException {
        Map<String, String> environment = Map.of(
                "DATASOURCES_DEFAULT_URL",
                schema.jdbcUrl() + urlOptions,
                "DATASOURCES_DEFAULT_USERNAME",
                schema.username(),
                "DATASOURCES_DEFAULT_PASSWORD",
                schema.password(),
                "RECHAT_JWT_KEYS",
                TestAccounts.JWT_KEYS);
        List<String> command = Program.java(
                new ArrayList<>(jvm),
                "dev.rechat.local.LocalServer",
                "--port",
                "0",
                "--data-dir",
                work.resolve(name).toString());
        return new Starting(
                Program.start(command, environment, work.resolve(name + ".log"), "ReChat is ready: "), schema);
    }

    /** One that does not serve yet. */
    record Starting(Program program, Schema schema) {

        HistoryProduct await() throws IOException, InterruptedException {
            try {
                Matcher ready = READY.matcher(program.awaitReady());
                if (!ready.find()) {
                    throw new IOException("ReChat does not say where it is");
                }
                return new HistoryProduct(program, ready.group(1), schema);
            } catch (IOException | InterruptedException failed) {
                program.close();
                throw failed;
            }
        }
    }

    /** To be asked outside of what is timed. */
    String token(Resident person) {
        Token known = tokens.get(person.id());
        if (known == null || System.nanoTime() - known.since() > TOKEN_USE.toNanos()) {
            known = new Token(accounts.signIn(person.id()).token(), System.nanoTime());
            tokens.put(person.id(), known);
        }
        return known.text();
    }

    /** @throws RefusedException for any answer but 200 */
    String get(String path, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new RefusedException(answer.statusCode());
        }
        return answer.body();
    }

    static JsonNode json(String body) throws IOException {
        return JSON.readTree(body);
    }

    /** Goes through the list to find where its last page begins. */
    Visitor atTheEnd(Visitor visitor) throws IOException, InterruptedException {
        String token = token(visitor.person());
        int step = visitor.talks().size() > 400 ? 100 : 20;
        String last = null;
        @Nullable String next = cursor(get("/conversations?limit=" + step, token));
        while (next != null) {
            last = next;
            next = cursor(get("/conversations?limit=" + step + "&cursor=" + next, token));
        }
        return visitor.withLastPage(last);
    }

    private static @Nullable String cursor(String page) throws IOException {
        JsonNode next = json(page).path("next_cursor");
        return next.isTextual() ? next.asText() : null;
    }

    @Override
    public void close() {
        http.close();
        program.close();
    }

    /** The product has no such route yet, or will not. */
    static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        RefusedException(int status) {
            super("answered with " + status);
        }
    }
}
