package dev.rechat.conversation;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.kernel.task.Afterwards;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.testing.account.TestAccounts;
import dev.rechat.testing.api.ApiClient;
import dev.rechat.testing.database.MigratedSchema;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.gateway.Lazy;
import dev.rechat.testing.gateway.TestedFunction;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The function on a free port; one for all tests, each of which makes accounts of its own. */
public final class ConversationServer {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.000Z");

    private static final Schema SCHEMA = MigratedSchema.create();
    private static final TestAccounts ACCOUNTS = new TestAccounts(SCHEMA);

    private static final Map<String, Object> CONFIGURATION = configuration();

    private static final Lazy<EmbeddedServer> SERVER = new Lazy<>(
            () -> ApplicationContext.builder().properties(CONFIGURATION).run(EmbeddedServer.class));

    private static final TestedFunction FUNCTION = TestedFunction.of(
            "conversation",
            CONFIGURATION,
            () -> URI.create(SERVER.get().getURI().toString()));

    private static final ApiClient CLIENT = ApiClient.of(FUNCTION.uri());

    private ConversationServer() {}

    private static Map<String, Object> configuration() {
        Map<String, Object> all = new HashMap<>(MigratedSchema.properties(SCHEMA));
        all.put("micronaut.server.port", -1);
        all.put("rechat.jwt.keys", TestAccounts.JWT_KEYS);
        all.put("rechat.dify.networks", "127.0.0.1");
        all.put("rechat.secrets.keys", "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        return all;
    }

    public static <T> T bean(Class<T> type) {
        return SERVER.get().getApplicationContext().getBean(type);
    }

    /** Waits until what goes on after answers is done. */
    public static void settle() {
        FUNCTION.settle(() -> bean(Afterwards.class).settle(Duration.ofSeconds(30)));
    }

    public static IdGenerator ids() {
        return bean(IdGenerator.class);
    }

    public static UserId person() {
        UserId id = ids().nextUserId();
        return bean(UserRepository.class)
                .save(new User(id, id + "@example.org", "hash", "Ada", Role.USER, true, "en", NOON, NOON, NOON))
                .id();
    }

    public static ApiClient anonymous() {
        return CLIENT.as(null);
    }

    public static ApiClient as(UserId user) {
        return CLIENT.as(ACCOUNTS.signIn(user.toString()).token());
    }

    /** A program with a key of this account. @param scopes separated by commas */
    public static ApiClient withKey(UserId owner, String scopes) {
        return CLIENT.as(ACCOUNTS.key(owner.toString(), scopes));
    }

    /** Changes rows beside the function. */
    public static int sql(String statement, String... arguments) {
        return ACCOUNTS.run(statement, arguments);
    }

    /** Somebody new. */
    public static ApiClient as(Role role) {
        return CLIENT.as(ACCOUNTS.person(role.code()).token());
    }

    /** The body of an answer, to be read as slowly as one likes. */
    public static InputStream open(UserId user, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(FUNCTION.uri() + path))
                .header(
                        "Authorization",
                        "Bearer " + ACCOUNTS.signIn(user.toString()).token())
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofInputStream())
                .body();
    }
}
