package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.chat.app.AppParameters;
import dev.rechat.dify.DifyUnauthorizedException;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.dify.DemoApps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AppParametersIT {

    @SuppressWarnings("NullAway.Init")
    private static ChatHouse house;

    @BeforeAll
    static void open() {
        house = new ChatHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final AppParameters parameters = house.bean(AppParameters.class);

    @Test
    void asksDifyOnceForAnApp() {
        App app = house.app("chat", DemoApps.CHAT_KEY);
        long before = asked();

        assertThat(parameters.of(app)).isEqualTo(parameters.of(app));

        assertThat(asked() - before).isEqualTo(1);
    }

    @Test
    void asksAgainWhenAnAdministratorHasChangedTheApp() {
        App app = house.app("chat", DemoApps.CHAT_KEY);
        parameters.of(app);
        long before = asked();

        parameters.of(changed(app));

        assertThat(asked() - before).isEqualTo(1);
    }

    @Test
    void remembersNoFailure() {
        App app = house.app("chat", "app-of-nobody");

        assertThatThrownBy(() -> parameters.of(app)).isInstanceOf(DifyUnauthorizedException.class);
        assertThatThrownBy(() -> parameters.of(app)).isInstanceOf(DifyUnauthorizedException.class);
    }

    /** As the administration leaves it: with a new time. */
    private static App changed(App app) {
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
                app.updatedAt().plusMillis(1));
    }

    private static long asked() {
        return house.dify.requests().stream()
                .filter(request -> request.path().endsWith("/parameters"))
                .count();
    }
}
