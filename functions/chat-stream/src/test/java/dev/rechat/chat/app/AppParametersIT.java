package dev.rechat.chat.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyClient;
import dev.rechat.dify.DifyUnauthorizedException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.secret.SecretBox;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AppParametersIT {

    private static final String KEYS = "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @AutoClose
    private final DifySimulator simulator = DifySimulator.start();

    @AutoClose
    private final ApplicationContext context =
            ApplicationContext.run(Map.of("rechat.dify.networks", "127.0.0.1", "rechat.secrets.keys", KEYS));

    private final DifyClient dify = context.getBean(DifyClient.class);
    private final SecretBox secrets = new SecretBox("test", Map.of("test", new byte[32]));
    private Instant now = NOON;
    private final AppParameters parameters = new AppParameters(dify, new DifyTargets(secrets), clock(() -> now));

    @Test
    void asksDifyOnceAMinute() {
        App app = app(DemoApps.CHAT_KEY);

        assertThat(parameters.of(app)).isEqualTo(parameters.of(app));
        now = NOON.plus(AppParameters.REMEMBERED).minus(Duration.ofMillis(1));
        parameters.of(app);
        assertThat(asked()).isEqualTo(1);

        now = NOON.plus(AppParameters.REMEMBERED);
        parameters.of(app);
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void asksForEachAppOnItsOwn() {
        assertThat(parameters.of(app(DemoApps.CHAT_KEY)).userInputForm()).isEmpty();
        assertThat(parameters.of(app(DemoApps.WORKFLOW_KEY)).userInputForm()).isNotEmpty();
    }

    @Test
    void asksAgainWhenAnAdministratorHasChangedTheApp() {
        App app = app(DemoApps.CHAT_KEY);
        parameters.of(app);

        parameters.of(changedAt(app, app.updatedAt().plusMillis(1)));

        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void remembersNoFailure() {
        App app = app("app-of-nobody");

        assertThatThrownBy(() -> parameters.of(app)).isInstanceOf(DifyUnauthorizedException.class);
        assertThatThrownBy(() -> parameters.of(app)).isInstanceOf(DifyUnauthorizedException.class);
        assertThat(asked()).isEqualTo(2);
    }

    private long asked() {
        return simulator.requests().stream()
                .filter(request -> request.path().endsWith("/parameters"))
                .count();
    }

    private App app(String key) {
        AppId id = new AppId(UUID.randomUUID());
        String sealed = secrets.seal(key, id.toString());
        return new App(id, "slug", "App", "", "", "chat", simulator.uri().toString(), sealed, true, 0, NOON, NOON);
    }

    private static App changedAt(App app, Instant updatedAt) {
        return new App(
                app.id(),
                app.slug(),
                app.name(),
                "changed",
                app.icon(),
                app.mode(),
                app.baseUrl(),
                app.apiKeySealed(),
                app.enabled(),
                app.sortOrder(),
                app.createdAt(),
                updatedAt);
    }

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }
}
