package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.gateway.InProcess;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a program is given to choose from, and who says why that is nothing. */
class ModelsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MORE_THAN_TWO_PAGES = 401;

    private final ChatHouse house = new ChatHouse();
    private final Person person = house.person(Role.USER);
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.rechat.chat.openai.http.NoModels");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        house.close();
    }

    private JsonNode models() throws Exception {
        return JSON.readTree(
                        house.send(house.request("/v1/models", person).GET().build())
                                .body())
                .path("data");
    }

    private String health() throws Exception {
        var answer = house.send(HttpRequest.newBuilder(URI.create(house.first().uri() + "/health"))
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("models").asText();
    }

    private List<String> logged() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void listsEveryAppHoweverManyThereAre() throws Exception {
        for (int i = 0; i < MORE_THAN_TWO_PAGES; i++) {
            house.app("chat", DemoApps.CHAT_KEY);
        }

        assertThat(models().findValuesAsText("id"))
                .hasSize(2 * MORE_THAN_TWO_PAGES)
                .doesNotHaveDuplicates();
    }

    @Test
    void healthTellsWhetherThereIsAnyByCode() throws Exception {
        assertThat(health()).isEqualTo("no_apps");

        App app = house.app("chat", DemoApps.CHAT_KEY, house.dify.uri(), false);
        assertThat(health()).isEqualTo("none_enabled");

        house.sql("UPDATE dify_apps SET enabled = TRUE WHERE id = ?", app.id().toString());
        assertThat(health()).isEqualTo("ready");
    }

    @Test
    @InProcess("reads what is logged")
    void emptyListIsExplainedInTheLogOncePerCause() throws Exception {
        assertThat(models()).isEmpty();
        assertThat(models()).isEmpty();
        assertThat(logged()).singleElement().asString().contains("no app has been added");

        App app = house.app("chat", DemoApps.CHAT_KEY, house.dify.uri(), false);
        assertThat(models()).isEmpty();
        assertThat(logged()).hasSize(2).last().asString().contains("no app is switched on");

        house.sql(
                "UPDATE dify_apps SET enabled = TRUE, visible_to = 'GROUPS' WHERE id = ?",
                app.id().toString());
        assertThat(models()).isEmpty();
        assertThat(models()).isEmpty();
        assertThat(logged()).hasSize(3).last().asString().contains("no app is for the owner of this key");

        house.sql(
                "UPDATE dify_apps SET visible_to = 'ALL' WHERE id = ?", app.id().toString());
        assertThat(models()).hasSize(2);
    }
}
