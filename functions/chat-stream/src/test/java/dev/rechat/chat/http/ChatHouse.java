package dev.rechat.chat.http;

import dev.rechat.kernel.account.ApiKeySecret;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.secret.SecretBox;
import dev.rechat.testing.account.TestAccounts;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.dify.DifySimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The function on Netty, as one instance or several, a real database, a simulated Dify, and people to use them. */
final class ChatHouse implements AutoCloseable {

    final DifySimulator dify;
    private final Schema schema = MigratedSchema.create();
    private final TestAccounts accounts = new TestAccounts(schema);
    private final List<Instance> instances = new ArrayList<>();

    ChatHouse() {
        this(DifySimulator.start(), Map.of());
    }

    /** @param settings of the first instance */
    ChatHouse(DifySimulator dify, Map<String, Object> settings) {
        this.dify = dify;
        instance(settings);
    }

    /** One more instance on the same database and the same Dify; it is closed with the house at the latest. */
    Instance instance(Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(MigratedSchema.properties(schema));
        properties.put("micronaut.server.port", -1);
        properties.put("rechat.jwt.keys", TestAccounts.JWT_KEYS);
        properties.put("rechat.secrets.keys", "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        properties.put("rechat.dify.networks", "127.0.0.1");
        // Short enough to wait for in a test, and never the reason a healthy answer fails.
        properties.put("rechat.dify.first-byte", Duration.ofSeconds(3));
        properties.put("rechat.dify.idle", Duration.ofSeconds(3));
        properties.putAll(settings);
        Instance started = new Instance(properties);
        instances.add(started);
        return started;
    }

    Instance first() {
        return instances.getFirst();
    }

    Schema schema() {
        return schema;
    }

    /** Somebody with a valid access token. */
    Person person(Role role) {
        TestAccounts.Person person = accounts.person(role.code());
        return new Person(UserId.of(person.id()), person.session(), person.token());
    }

    /** A program with an API key of somebody. @param scopes with commas */
    Person program(Person owner, String scopes) {
        return new Person(owner.id(), owner.session(), accounts.key(owner.id().toString(), scopes));
    }

    /** A program whose key may act for others. */
    Person trusted(Person owner, String scopes) {
        Person program = program(owner, scopes);
        sql("UPDATE api_keys SET trusted = TRUE WHERE identifier = ?", identifier(program));
        return program;
    }

    static String identifier(Person program) {
        return ApiKeySecret.of(program.token()).orElseThrow().identifier();
    }

    /** Changes rows beside the instances. @return how many */
    int sql(String statement, String... arguments) {
        return accounts.run(statement, arguments);
    }

    /** An app of that mode which opens with that key at the simulator. */
    App app(String mode, String key) {
        return app(mode, key, dify.uri(), true);
    }

    App app(String mode, String key, URI baseUrl, boolean enabled) {
        AppId id = bean(IdGenerator.class).nextAppId();
        String sealed = bean(SecretBox.class).seal(key, id.toString());
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        return bean(AppRepository.class)
                .save(new App(id, "app-" + id, mode, "", "", mode, baseUrl.toString(), sealed, enabled, 0, now, now));
    }

    HttpRequest.Builder request(String path, Person who) {
        return first().request(path, who);
    }

    HttpRequest posting(String path, Person who, String body) {
        return request(path, who)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    EventStream open(HttpRequest request) throws IOException, InterruptedException {
        return first().stream(request);
    }

    HttpRequest accepting(String mediaTypes, Person who, String body) {
        return HttpRequest.newBuilder(first().question(who, body).build(), (name, value) -> true)
                .header("Accept", mediaTypes)
                .build();
    }

    /** Sends a question and returns when the head of its answer is there. The caller closes the stream. */
    EventStream open(Person who, String body) throws IOException, InterruptedException {
        return first().open(who, body);
    }

    /** Sends a question and reads its answer to the end. */
    List<ReceivedEvent> ask(Person who, String body) throws IOException, InterruptedException {
        try (EventStream stream = open(who, body)) {
            return stream.rest();
        }
    }

    /** Sends a question that is expected to be refused. */
    HttpResponse<String> send(Person who, String body) throws IOException, InterruptedException {
        return send(first().question(who, body).build());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return first().send(request);
    }

    <T> T bean(Class<T> type) {
        return first().bean(type);
    }

    @Override
    public void close() {
        instances.reversed().forEach(Instance::close);
        dify.close();
    }

    record Person(UserId id, String session, String token) {}
}
