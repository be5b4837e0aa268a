package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.app.App;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.Faults;
import dev.rechat.testing.dify.GenerationRequest;
import dev.rechat.testing.dify.Script;
import dev.rechat.testing.gateway.InProcess;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What operators see of turns: lines that name them, figures, and the caller's trace at Dify. */
@InProcess("its log and its figures")
class TurnSignalsIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACE_PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("dev.rechat.chat.turn");

    // JUnit sets it before all tests, which the checker cannot see.
    @SuppressWarnings("NullAway.Init")
    private static ChatHouse house;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Person person = house.person(Role.USER);

    @BeforeAll
    static void open() {
        house = new ChatHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void listen() {
        log.start();
        LOGGER.setLevel(Level.INFO);
        LOGGER.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        LOGGER.detachAppender(log);
        LOGGER.setLevel(null);
    }

    @Test
    void lineOfAFailedAnswerNamesRequestPersonConversationTurnTaskAndTrace() throws Exception {
        App app = house.app("chat", DemoApps.CHAT_KEY);
        house.dify.next(GenerationRequest.containing("break off"), Faults.cutMidEvent());

        List<ReceivedEvent> events = ask(app, "break off", "from-outside-1");

        ReceivedEvent turn = events.getFirst();
        assertThat(events.getLast().name()).isEqualTo("error");
        ILoggingEvent line = log.list.stream()
                .filter(each -> each.getLevel() == Level.WARN)
                .findFirst()
                .orElseThrow();
        assertThat(line.getMDCPropertyMap())
                .containsAllEntriesOf(Map.of(
                        "request_id", "from-outside-1",
                        "trace_id", TRACE,
                        "user_id", person.id().toString(),
                        "conversation_id", turn.text("conversation_id"),
                        "turn_id", turn.text("turn_id")))
                .containsKey("dify_task_id");
    }

    @Test
    void lineOfARefusedQuestionNamesItsTurn() throws Exception {
        App app = house.app("chat", DemoApps.CHAT_KEY);
        house.dify.next(GenerationRequest.containing("not taken"), Faults.badGateway());

        house.send(question(app, "not taken", "from-outside-2").build());

        assertThat(log.list)
                .filteredOn(each -> each.getLevel() == Level.WARN)
                .singleElement()
                .satisfies(line -> assertThat(line.getMDCPropertyMap())
                        .containsEntry("request_id", "from-outside-2")
                        .containsKeys("turn_id", "conversation_id", "user_id"));
    }

    @Test
    void traceOfTheCallerArrivesAtDifyAndNoneIsInvented() throws Exception {
        App app = house.app("chat", DemoApps.CHAT_KEY);

        ask(app, "with a trace", "from-outside-3");
        house.ask(person, body(app, "without a trace"));

        assertThat(sent("with a trace")).contains("\"trace_id\":\"" + TRACE + "\"");
        assertThat(sent("without a trace")).doesNotContain("trace_id");
    }

    @Test
    void turnsAreCounted() throws Exception {
        App app = house.app("chat", DemoApps.CHAT_KEY);
        house.dify.next(GenerationRequest.containing("count this"), Script.answer("one two"));
        MeterRegistry registry = house.bean(MeterRegistry.class);
        double ended = counted(registry, "rechat.turns.ended", "status", "completed");
        double told = registry.get("rechat.turns.events").counter().count();
        long firstTokens = registry.get("rechat.turns.first_token").timer().count();

        List<ReceivedEvent> events = house.ask(person, body(app, "count this"));

        assertThat(counted(registry, "rechat.turns.ended", "status", "completed"))
                .isEqualTo(ended + 1);
        assertThat(registry.get("rechat.turns.events").counter().count()).isEqualTo(told + events.size());
        assertThat(registry.get("rechat.turns.first_token").timer().count()).isEqualTo(firstTokens + 1);
        assertThat(registry.get("rechat.pool.wait").timer().count()).isPositive();
    }

    @Test
    void failuresOfDifyAreCountedByTheirCause() throws Exception {
        App app = house.app("chat", DemoApps.CHAT_KEY);
        MeterRegistry registry = house.bean(MeterRegistry.class);
        double before = counted(registry, "rechat.dify.errors", "code", "rate_limited");
        house.dify.next(GenerationRequest.containing("busy"), Faults.tooManyRequests());

        house.send(question(app, "busy", "from-outside-4").build());

        assertThat(counted(registry, "rechat.dify.errors", "code", "rate_limited"))
                .isEqualTo(before + 1);
    }

    private static double counted(MeterRegistry registry, String name, String tag, String value) {
        var counter = registry.find(name).tag(tag, value).counter();
        return counter == null ? 0 : counter.count();
    }

    private List<ReceivedEvent> ask(App app, String words, String requestId) throws Exception {
        try (EventStream stream = house.open(question(app, words, requestId).build())) {
            return stream.rest();
        }
    }

    private HttpRequest.Builder question(App app, String words, String requestId) {
        return house.first()
                .question(person, body(app, words))
                .header("X-Request-Id", requestId)
                .header("traceparent", TRACE_PARENT);
    }

    private static String body(App app, String words) {
        return "{\"app_id\":\"%s\",\"message\":\"%s\"}".formatted(app.id(), words);
    }

    private static String sent(String words) {
        return house.dify.requests().stream()
                .filter(each ->
                        each.path().endsWith("chat-messages") && each.body().contains(words))
                .findFirst()
                .orElseThrow()
                .body();
    }
}
