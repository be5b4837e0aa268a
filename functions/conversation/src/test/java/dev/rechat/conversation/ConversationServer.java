package dev.rechat.conversation;

import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.testing.api.ApiClient;
import dev.rechat.testing.database.MigratedSchema;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.generator.TokenGenerator;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The function on a free port; one for all tests, each of which makes accounts of its own. */
public final class ConversationServer {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00.000Z");

    private static final EmbeddedServer SERVER = ApplicationContext.builder()
            .properties(Map.of(
                    "micronaut.server.port",
                    -1,
                    "rechat.jwt.secret",
                    "a-secret-for-tests-only-0123456789",
                    "rechat.secrets.keys",
                    "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="))
            .properties(Map.copyOf(MigratedSchema.properties(MigratedSchema.create())))
            .run(EmbeddedServer.class);

    private static final ApiClient CLIENT =
            ApiClient.of(URI.create(SERVER.getURI().toString()));

    private ConversationServer() {}

    public static <T> T bean(Class<T> type) {
        return SERVER.getApplicationContext().getBean(type);
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
        return as(user, Role.USER);
    }

    public static ApiClient as(UserId user, Role role) {
        Authentication authentication = Authentication.build(user.toString(), List.of(role.code()));
        return CLIENT.as(
                bean(TokenGenerator.class).generateToken(authentication, 600).orElseThrow());
    }
}
