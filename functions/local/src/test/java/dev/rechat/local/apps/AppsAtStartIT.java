package dev.rechat.local.apps;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.maintenance.Migrations;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.secret.SecretBox;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.database.TestDatabase;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.dify.SimulatedApp;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class AppsAtStartIT {

    private static final String KEY = "app-that-works";
    private static final String OFF = "app-switched-off-at-dify";
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Logger logger = (Logger) LoggerFactory.getLogger(AppsAtStart.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final DifySimulator dify = DifySimulator.builder()
            .app(SimulatedApp.chat(KEY))
            .app(SimulatedApp.chat(OFF).disabled())
            .start();
    private ApplicationContext context = ApplicationContext.builder().build();

    @BeforeEach
    void open() {
        Schema schema = TestDatabase.shared().createSchema();
        Migrations.migrate(schema.jdbcUrl(), schema.username(), schema.password());
        context = ApplicationContext.run(Map.of(
                "datasources.default.url",
                schema.jdbcUrl(),
                "datasources.default.username",
                schema.username(),
                "datasources.default.password",
                schema.password(),
                "rechat.dify.networks",
                "127.0.0.1",
                "rechat.dify.retries",
                0,
                "rechat.jwt.keys",
                "test:a-secret-for-tests-only-0123456789",
                "rechat.secrets.keys",
                "test:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="));
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        context.close();
        dify.close();
    }

    private AppId id() {
        return context.getBean(IdGenerator.class).nextAppId();
    }

    private void app(String slug, String mode, String baseUrl, String key, boolean enabled) {
        AppId id = id();
        String sealed = context.getBean(SecretBox.class).seal(key, id.toString());
        stored(id, slug, mode, baseUrl, sealed, enabled);
    }

    private void stored(AppId id, String slug, String mode, String baseUrl, String sealed, boolean enabled) {
        context.getBean(AppRepository.class)
                .save(new App(id, slug, slug, "", "", mode, baseUrl, sealed, enabled, 0, NOON, NOON));
    }

    private List<String> logged() {
        context.getBean(AppsAtStart.class).look();
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void namesEachAppThatDoesNotWorkWithItsRemedy() {
        String url = dify.uri().toString();
        app("works", "chat", url, KEY, true);
        app("refused", "chat", url, "app-unknown", true);
        app("off-at-dify", "chat", url, OFF, true);
        app("other-kind", "workflow", url, KEY, true);
        app("away", "chat", "http://127.0.0.1:1/v1", KEY, true);
        app("not-used", "chat", "http://127.0.0.1:1/v1", KEY, false);
        stored(id(), "sealed-elsewhere", "chat", url, "other:AAAA", true);
        app("without-address", "chat", "", KEY, true);

        List<String> lines = logged();

        assertThat(lines)
                .hasSize(7)
                .anyMatch(line -> line.startsWith("app refused does not work: Dify does not accept this API key"))
                .anyMatch(line ->
                        line.startsWith("app off-at-dify does not work") && line.contains("switched off in Dify"))
                .anyMatch(line -> line.startsWith("app other-kind does not work") && line.contains("kind chat"))
                .anyMatch(line -> line.startsWith("app away does not work: nothing answers at the base URL"))
                .anyMatch(line -> line.startsWith("app sealed-elsewhere") && line.contains("RECHAT_SECRETS_KEYS"))
                .anyMatch(line -> line.startsWith("app without-address") && line.contains("base URL"))
                .last()
                .isEqualTo("looked at 7 apps, 6 of them do not work");
        assertThat(lines).noneMatch(line -> line.contains("app-unknown") || line.contains(OFF));
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(logged()).singleElement().asString().contains("no app is switched on");
    }
}
