package dev.rechat.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.maintenance.Migrations;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppAudience;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.app.NodeDetail;
import dev.rechat.persistence.secret.SecretBox;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.database.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AppSeederIT {

    private static final List<AppSeed> SEEDS = AppSeed.ofSimulator(URI.create("http://127.0.0.1:5001/v1"));
    private static final List<AppSeed> MOVED = AppSeed.ofSimulator(URI.create("http://127.0.0.1:5002/v1"));

    private ApplicationContext context = ApplicationContext.builder().build();

    @BeforeEach
    void migrate() {
        Schema schema = TestDatabase.shared().createSchema();
        Migrations.migrate(schema.jdbcUrl(), schema.username(), schema.password());
        context = ApplicationContext.run(Map.of(
                "datasources.default.url", schema.jdbcUrl(),
                "datasources.default.username", schema.username(),
                "datasources.default.password", schema.password(),
                "rechat.jwt.keys", "test:a-secret-for-tests-only-0123456789",
                "rechat.secrets.keys", "test:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="));
    }

    @AfterEach
    void close() {
        context.close();
    }

    private AppSeeder seeder() {
        return context.getBean(AppSeeder.class);
    }

    private App stored(String slug) {
        return context.getBean(AppRepository.class).findBySlug(slug).orElseThrow();
    }

    @Test
    void addsAnAppOfEachModeWithItsKeySealed() {
        List<App> apps = seeder().seed(SEEDS);

        assertThat(apps)
                .extracting(App::mode)
                .containsExactly(
                        "chat",
                        "agent-chat",
                        "advanced-chat",
                        "completion",
                        "workflow",
                        "advanced-chat",
                        "advanced-chat");
        assertThat(stored("demo-approval").name()).isEqualTo("Approval");
        App chat = stored("demo-chat");
        assertThat(chat.apiKeySealed()).doesNotContain("app-demo-chat");
        assertThat(context.getBean(SecretBox.class)
                        .open(chat.apiKeySealed(), chat.id().toString()))
                .isEqualTo("app-demo-chat");
    }

    @Test
    void addsAppsThatShowEverythingToEverybody() {
        assertThat(seeder().seed(SEEDS)).allSatisfy(app -> {
            assertThat(app.visibleTo()).isEqualTo(AppAudience.ALL);
            assertThat(app.showNodes()).isEqualTo(NodeDetail.FULL);
            assertThat(app.showThoughts() && app.showCitations()).isTrue();
        });
    }

    @Test
    void keepsWhoMaySeeAnAppAndWhatItShows() {
        seeder().seed(SEEDS);
        App narrowed = stored("demo-chat").visibleTo(AppAudience.GROUPS).showing(false, NodeDetail.NONE, false);
        context.getBean(AppRepository.class).update(narrowed);

        seeder().seed(MOVED);

        App moved = stored("demo-chat");
        assertThat(moved.baseUrl()).isEqualTo("http://127.0.0.1:5002/v1");
        assertThat(moved.visibleTo()).isEqualTo(AppAudience.GROUPS);
        assertThat(moved.showNodes()).isEqualTo(NodeDetail.NONE);
    }

    @Test
    void leavesWhatIsThere() {
        List<App> first = seeder().seed(SEEDS);

        assertThat(seeder().seed(SEEDS)).isEqualTo(first);
    }

    @Test
    void movesTheAddressAndKeepsWhatAnAdministratorChanged() {
        seeder().seed(SEEDS);
        App chat = stored("demo-chat");
        context.getBean(AppRepository.class)
                .update(new App(
                        chat.id(),
                        "our-helper",
                        "Our helper",
                        "changed",
                        "H",
                        chat.mode(),
                        chat.baseUrl(),
                        chat.apiKeySealed(),
                        true,
                        9,
                        chat.createdAt(),
                        chat.updatedAt()));

        seeder().seed(MOVED);

        App helper = stored("our-helper");
        assertThat(helper.baseUrl()).isEqualTo("http://127.0.0.1:5002/v1");
        assertThat(List.of(helper.name(), helper.description(), helper.icon(), helper.sortOrder()))
                .containsExactly("Our helper", "changed", "H", 9);
        assertThat(context.getBean(AppRepository.class).findBySlug("demo-chat")).isEmpty();
    }

    @Test
    void switchesOffAndOnAgain() {
        seeder().seed(SEEDS);

        seeder().switchOff(SEEDS);
        assertThat(stored("demo-chat").enabled()).isFalse();

        seeder().seed(SEEDS);
        assertThat(stored("demo-chat").enabled()).isTrue();
    }

    @Test
    void takesAnotherSlugWhenOneIsTaken() {
        AppSeed seed = Objects.requireNonNull(SEEDS.getFirst());
        seeder().seed(List.of(seed));
        AppSeed sameName =
                new AppSeed(seed.slug(), "Other", "", "chat", "https://dify.example/v1", "app-of-somebody", 0);

        assertThat(seeder().seed(List.of(sameName)))
                .singleElement()
                .extracting(App::slug)
                .isEqualTo("demo-chat-2");
    }
}
