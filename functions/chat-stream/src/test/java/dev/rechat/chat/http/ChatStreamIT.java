package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.GenerationRequest;
import dev.rechat.testing.dify.Script;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatStreamIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

    private final Person person = house.person(Role.USER);

    private static String question(App app, String text) {
        return "{\"app_id\":\"%s\",\"message\":\"%s\"}".formatted(app.id(), text);
    }

    private List<Message> stored(ReceivedEvent turn) {
        ConversationId conversation = ConversationId.of(turn.text("conversation_id"));
        return house.bean(MessageRepository.class)
                .listLast(conversation, person.id(), 10)
                .reversed();
    }

    @ParameterizedTest
    @CsvSource({
        "chat," + DemoApps.CHAT_KEY,
        "agent-chat," + DemoApps.AGENT_KEY,
        "advanced-chat," + DemoApps.CHATFLOW_KEY,
        "completion," + DemoApps.COMPLETION_KEY,
        "workflow," + DemoApps.WORKFLOW_KEY
    })
    void streamsAndStoresAnswerOfEveryMode(String mode, String key) throws Exception {
        App app = house.app(mode, key);

        List<ReceivedEvent> events = house.ask(person, question(app, "What is a lease?"));

        assertThat(events.getFirst().name()).isEqualTo("turn");
        assertThat(events.getLast().name()).isEqualTo("done");
        assertThat(events.getLast().text("status")).isEqualTo("completed");
        assertThat(ReceivedEvent.named("usage", events)).hasSize(1);
        assertThat(events.stream().map(ReceivedEvent::id))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, events.size())
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(events).allSatisfy(ReceivedEvent::requireValid);
        assertThat(ReceivedEvent.answer(events)).contains("What is a lease?");
        assertThat(stored(events.getFirst()))
                .extracting(Message::content)
                .containsExactly("What is a lease?", ReceivedEvent.answer(events));
    }

    @Test
    void passesEachPieceOnBeforeDifyMakesTheNext() throws Exception {
        App app = house.app("chat", DemoApps.CHAT_KEY);
        Gate first = new Gate();
        Gate second = new Gate();
        house.dify.next(
                GenerationRequest.containing("piecemeal"),
                Script.answer("one ").pause(first).text("two ").pause(second).text("three"));

        try (EventStream stream = house.open(person, question(app, "piecemeal"))) {
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.awaitNamed("delta").text("text")).isEqualTo("one ");
            first.open();
            assertThat(stream.awaitNamed("delta").text("text")).isEqualTo("two ");
            second.open();
            assertThat(stream.awaitNamed("delta").text("text")).isEqualTo("three");
        }
    }

    /** Every browser offers to take what a compressor makes, and some of those collect events for it. */
    @Test
    void isNotCompressedForABrowser() throws Exception {
        App app = house.app("chat", DemoApps.CHAT_KEY);
        Gate gate = new Gate();
        house.dify.next(
                GenerationRequest.containing("in a browser"),
                Script.answer("one ").pause(gate).text("two"));
        HttpRequest asking = house.accepting("text/event-stream", person, question(app, "in a browser"));

        try (EventStream stream = house.open(HttpRequest.newBuilder(asking, (name, value) -> true)
                .header("Accept-Encoding", "gzip, deflate, br, zstd")
                .build())) {
            assertThat(stream.header("Content-Encoding")).isEqualTo("identity");
            assertThat(stream.awaitNamed("delta").text("text")).isEqualTo("one ");
            gate.open();
            assertThat(stream.awaitNamed("delta").text("text")).isEqualTo("two");
        }
    }

    @Test
    void answersClientThatAcceptsEventsOnly() throws Exception {
        App app = house.app("chat", DemoApps.CHAT_KEY);

        var answered = house.send(house.accepting("text/event-stream", person, question(app, "events only")));
        var refused = house.send(house.accepting("text/event-stream", person, "{}"));

        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.body()).contains("event: done");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void continuesTheSameDifyConversation() throws Exception {
        App app = house.app("chat", DemoApps.CHAT_KEY);

        ReceivedEvent first =
                house.ask(person, question(app, "the first of two")).getFirst();
        String conversation = first.text("conversation_id");
        house.ask(
                person,
                "{\"app_id\":\"%s\",\"message\":\"the second of two\",\"conversation_id\":\"%s\"}"
                        .formatted(app.id(), conversation));

        var asked = house.dify.awaitRequest(request -> request.body().contains("the second of two"), PATIENCE);
        String difyConversation = house.bean(ConversationRepository.class)
                .findOwned(ConversationId.of(conversation), person.id())
                .orElseThrow()
                .difyConversationId();
        assertThat(difyConversation).isNotNull();
        assertThat(asked.json().path("conversation_id").asText()).isEqualTo(difyConversation);
        assertThat(asked.json().path("user").asText()).isEqualTo(person.id().toString());
        assertThat(stored(first)).hasSize(4);
    }

    @Test
    void keepsAnswerWhenBrowserLeaves() throws Exception {
        App app = house.app("chat", DemoApps.CHAT_KEY);
        Gate gate = new Gate();
        house.dify.next(
                GenerationRequest.containing("leaving"),
                Script.answer("before ").pause(gate).text("after"));

        ReceivedEvent turn;
        try (EventStream stream = house.open(person, question(app, "leaving"))) {
            turn = stream.awaitNamed("turn");
            stream.awaitNamed("delta");
        }
        gate.open();

        Message answer = awaitFinished(turn);
        assertThat(answer.status()).isEqualTo(TurnStatus.COMPLETED);
        assertThat(answer.content()).isEqualTo("before after");
    }

    private Message awaitFinished(ReceivedEvent turn) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Message answer = stored(turn).getLast();
            if (answer.status() != TurnStatus.STREAMING) {
                return answer;
            }
            Thread.onSpinWait();
        }
        throw new IllegalStateException("the turn did not end");
    }

    @Test
    void refusesSecondTurnWhileOneIsAnswered() throws Exception {
        App app = house.app("chat", DemoApps.CHAT_KEY);
        Gate gate = new Gate();
        house.dify.next(
                GenerationRequest.containing("running"), Script.answer("… ").pause(gate));

        try (EventStream stream = house.open(person, question(app, "running"))) {
            String conversation = stream.awaitNamed("turn").text("conversation_id");
            var second = house.send(
                    person,
                    "{\"app_id\":\"%s\",\"message\":\"impatient\",\"conversation_id\":\"%s\"}"
                            .formatted(app.id(), conversation));

            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("\"turn_running\"");
        } finally {
            gate.open();
        }
    }

    @Test
    void tellsWhenDifyHasLostTheConversation() throws Exception {
        App app = house.app("chat", DemoApps.CHAT_KEY);
        String conversation =
                house.ask(person, question(app, "remember this")).getFirst().text("conversation_id");
        house.dify.next(
                GenerationRequest.containing("what was it"),
                Script.answer("no idea").inConversation("0192e4a0-0000-7000-8000-000000000001"));

        List<ReceivedEvent> events = house.ask(
                person,
                "{\"app_id\":\"%s\",\"message\":\"what was it\",\"conversation_id\":\"%s\"}"
                        .formatted(app.id(), conversation));

        assertThat(ReceivedEvent.named("notice", events).getFirst().text("code"))
                .isEqualTo("context_reset");
        assertThat(house.bean(ConversationRepository.class)
                        .findOwned(ConversationId.of(conversation), person.id())
                        .orElseThrow()
                        .difyConversationId())
                .isEqualTo("0192e4a0-0000-7000-8000-000000000001");
    }

    @Test
    void tellsWhatAnAppIsAndWants() throws IOException, InterruptedException {
        App app = house.app("workflow", DemoApps.WORKFLOW_KEY);

        var detail = house.send(
                house.request("/api/v1/apps/" + app.slug(), person).GET().build());

        assertThat(detail.statusCode()).isEqualTo(200);
        assertThat(detail.body())
                .contains("\"user_input_form\"", "\"topic\"", "\"id\":\"" + app.id() + "\"")
                .doesNotContain(DemoApps.WORKFLOW_KEY);
    }
}
