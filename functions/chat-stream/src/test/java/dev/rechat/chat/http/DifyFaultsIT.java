package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.Faults;
import dev.rechat.testing.dify.Gate;
import dev.rechat.testing.dify.GenerationRequest;
import dev.rechat.testing.dify.Script;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever Dify does: the person is told in our words, and what reached us is kept. */
class DifyFaultsIT {

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

    /** Faults before the stream: a plain error. */
    enum Refusal {
        WRONG_KEY(Faults::badKey, 502, "dify_unauthorized"),
        BUSY(Faults::tooManyRequests, 429, "rate_limited"),
        BUSY_AS_SERVERS_SAY_IT(Faults::tooManyRequestsAsInvalidParameter, 429, "rate_limited"),
        INVALID(() -> Faults.error(400, "invalid_param", "topic is required in input form"), 502, "dify_rejected"),
        BAD_GATEWAY(Faults::badGateway, 503, "dify_unavailable"),
        SERVER_ERROR(Faults::internalServerErrorPage, 503, "dify_unavailable"),
        STALLED(() -> Script.answer("never").headAfter(new Gate()), 504, "dify_timeout");

        private final Supplier<Script> script;
        private final int status;
        private final String code;

        Refusal(Supplier<Script> script, int status, String code) {
            this.script = script;
            this.status = status;
            this.code = code;
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsRefusalAsProblemAndKeepsQuestion(Refusal fault) throws Exception {
        App app = house.app("chat", DemoApps.CHAT_KEY);
        house.dify.next(GenerationRequest.containing(fault.name()), fault.script.get());

        var response = house.send(person, question(app, fault.name()));

        assertThat(response.statusCode()).isEqualTo(fault.status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body())
                .contains("\"code\":\"" + fault.code + "\"", "\"request_id\"")
                .doesNotContain(DemoApps.CHAT_KEY, "Exception", "127.0.0.1");
        assertThat(onlyConversation())
                .extracting(Message::content, Message::status)
                .containsExactly(tuple(fault.name(), TurnStatus.COMPLETED), tuple("", TurnStatus.FAILED));
    }

    @Test
    void tellsDifyThatIsDownWithTimeToComeBack() throws Exception {
        App app = house.app("chat", DemoApps.CHAT_KEY, URI.create("http://127.0.0.1:1/v1"), true);

        var response = house.send(person, question(app, "is anybody there"));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).contains("\"dify_unavailable\"");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(onlyConversation().getFirst().content()).isEqualTo("is anybody there");
    }

    /** Faults within the stream: an error event, and the text so far. */
    enum Break {
        MODEL_FAILS(Faults::modelFailure, "dify_rejected", "This answer will not "),
        ERROR_AND_SILENCE(Faults::errorThenOpen, "dify_rejected", "This answer "),
        ERROR_WITHOUT_CODE(() -> Faults.errorWithoutCode("boom"), "dify_rejected", ""),
        MALFORMED_JSON(Faults::malformedJson, "dify_protocol_error", "before "),
        CUT(Faults::cutMidEvent, "dify_protocol_error", "This answer "),
        STALL(Faults::stall, "dify_timeout", "This answer ");

        private final Supplier<Script> script;
        private final String code;
        private final String kept;

        Break(Supplier<Script> script, String code, String kept) {
            this.script = script;
            this.code = code;
            this.kept = kept;
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsBrokenStreamWithErrorAndKeepsText(Break fault) throws Exception {
        App app = house.app("chat", DemoApps.CHAT_KEY);
        house.dify.next(GenerationRequest.containing(fault.name()), fault.script.get());

        List<ReceivedEvent> events = house.ask(person, question(app, fault.name()));

        assertThat(events.getLast().name()).isEqualTo("error");
        assertThat(events.getLast().text("code")).isEqualTo(fault.code);
        assertThat(events.getLast().text("request_id")).isNotBlank();
        assertThat(ReceivedEvent.answer(events)).isEqualTo(fault.kept);
        Message answer = onlyConversation().getLast();
        assertThat(answer.status()).isEqualTo(TurnStatus.FAILED);
        assertThat(answer.content()).isEqualTo(fault.kept);
    }

    @Test
    void keepsCharactersWholeWhoseBytesArriveApart() throws Exception {
        App app = house.app("chat", DemoApps.CHAT_KEY);
        house.dify.next(GenerationRequest.containing("split"), Faults.splitCharacters());

        assertThat(ReceivedEvent.answer(house.ask(person, question(app, "split"))))
                .isEqualTo("价格是 5 €, so schön 😀.");
    }

    @Test
    void storesReplacementInsteadOfWithdrawnText() throws Exception {
        App app = house.app("chat", DemoApps.CHAT_KEY);
        house.dify.next(GenerationRequest.containing("moderate"), Faults.moderated());

        house.ask(person, question(app, "moderate"));

        assertThat(onlyConversation().getLast().content()).isEqualTo("I cannot answer that.");
    }

    private static String question(App app, String text) {
        return "{\"app_id\":\"%s\",\"message\":\"%s\"}".formatted(app.id(), text);
    }

    private List<Message> onlyConversation() {
        List<Conversation> conversations =
                house.bean(ConversationRepository.class).listByIdAfter(person.id(), "", 5);
        assertThat(conversations).hasSize(1);
        ConversationId id = conversations.getFirst().id();
        return house.bean(MessageRepository.class).listLast(id, person.id(), 5).reversed();
    }
}
