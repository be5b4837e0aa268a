package dev.rechat.chat.http;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.app.SecretBox;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.dify.DifySimulator;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.generator.TokenGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The function on Netty, a real database, a simulated Dify, and people to use them. */
final class ChatHouse implements AutoCloseable {

    final DifySimulator dify = DifySimulator.start();
    final ApplicationContext context;
    private final EmbeddedServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    ChatHouse() {
        Map<String, Object> properties = new HashMap<>(MigratedSchema.properties(MigratedSchema.create()));
        properties.put("micronaut.server.port", -1);
        properties.put("rechat.jwt.secret", "not-a-secret-but-long-enough-for-HS256");
        properties.put("rechat.secrets.keys", "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        // Short enough to wait for in a test, and never the reason a healthy answer fails.
        properties.put("rechat.dify.first-byte", Duration.ofSeconds(3));
        properties.put("rechat.dify.idle", Duration.ofSeconds(3));
        server = ApplicationContext.run(EmbeddedServer.class, properties);
        context = server.getApplicationContext();
    }

    /** Somebody with a valid access token. */
    Person person(Role role) {
        UserId id = context.getBean(IdGenerator.class).nextUserId();
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        context.getBean(UserRepository.class)
                .save(new User(id, id + "@example.org", "no hash", "Somebody", role, true, "en", now, now));
        String token = context.getBean(TokenGenerator.class)
                .generateToken(Authentication.build(id.toString(), List.of(role.code()), Map.of("iss", "rechat")), 600)
                .orElseThrow();
        return new Person(id, token);
    }

    /** An app of that mode which opens with that key at the simulator. */
    App app(String mode, String key) {
        return app(mode, key, dify.uri(), true);
    }

    App app(String mode, String key, URI baseUrl, boolean enabled) {
        AppId id = context.getBean(IdGenerator.class).nextAppId();
        String sealed = context.getBean(SecretBox.class).seal(key, id.toString());
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        return context.getBean(AppRepository.class)
                .save(new App(id, "app-" + id, mode, "", "", mode, baseUrl.toString(), sealed, enabled, 0, now, now));
    }

    HttpRequest.Builder request(String path, Person who) {
        return HttpRequest.newBuilder(URI.create(server.getURL() + path))
                .header("Authorization", "Bearer " + who.token())
                .timeout(Duration.ofSeconds(60));
    }

    private HttpRequest question(Person who, String body) {
        return posting("/api/v1/chat/stream", who, body);
    }

    HttpRequest posting(String path, Person who, String body) {
        return request(path, who)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    HttpRequest accepting(String mediaTypes, Person who, String body) {
        return HttpRequest.newBuilder(question(who, body), (name, value) -> true)
                .header("Accept", mediaTypes)
                .build();
    }

    /** Sends a question and returns when the head of its answer is there. The caller closes the stream. */
    EventStream open(Person who, String body) throws IOException, InterruptedException {
        return open(question(who, body));
    }

    EventStream open(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
        }
        return new EventStream(response);
    }

    /** Sends a question and reads its answer to the end. */
    List<ReceivedEvent> ask(Person who, String body) throws IOException, InterruptedException {
        try (EventStream stream = open(who, body)) {
            return stream.rest();
        }
    }

    /** Sends a question that is expected to be refused. */
    HttpResponse<String> send(Person who, String body) throws IOException, InterruptedException {
        return send(question(who, body));
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        http.close();
        server.close();
        dify.close();
    }

    record Person(UserId id, String token) {}
}
