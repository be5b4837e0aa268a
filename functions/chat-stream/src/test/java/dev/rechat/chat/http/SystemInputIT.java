package dev.rechat.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.chat.http.ChatHouse.Person;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.dify.InputField;
import dev.rechat.testing.dify.RecordedRequest;
import dev.rechat.testing.dify.SimulatedApp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Instructions of programs for apps that take them in a field of their form. */
class SystemInputIT {

    private static final String CHAT = "app-with-instructions";
    private static final String WORKFLOW = "app-workflow-with-instructions";

    @SuppressWarnings("NullAway.Init") // before all tests
    private static ChatHouse house;

    @BeforeAll
    static void open() {
        InputField instructions = InputField.text("instructions", "Instructions", false, 40);
        house = new ChatHouse(
                DifySimulator.builder()
                        .app(SimulatedApp.chat(CHAT)
                                .asking(instructions, InputField.paragraph("topic", "Topic", false)))
                        .app(SimulatedApp.workflow(WORKFLOW)
                                .asking(instructions, InputField.paragraph("topic", "Topic", true)))
                        .start(),
                Map.of());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private final Person person = house.person(Role.USER);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private App app(String mode, String key, String variable) {
        App app = house.app(mode, key);
        house.sql(
                "UPDATE dify_apps SET system_variable = ? WHERE id = ?",
                variable,
                app.id().toString());
        return app;
    }

    private List<JsonNode> asked() {
        return house.dify.requests().stream()
                .filter(request -> request.path().endsWith("/chat-messages")
                        || request.path().endsWith("/run"))
                .map(RecordedRequest::json)
                .filter(request ->
                        request.path("user").asText().equals(person.id().toString()))
                .toList();
    }

    private static List<Map<String, Object>> saying(String system, String... texts) {
        List<Map<String, Object>> messages = new ArrayList<>();
        messages.add(OpenAiCaller.message("system", system));
        for (int i = 0; i < texts.length; i++) {
            messages.add(OpenAiCaller.message(i % 2 == 0 ? "user" : "assistant", texts[i]));
        }
        return messages;
    }

    private OpenAiCaller.Reply send(App app, List<Map<String, Object>> messages) throws Exception {
        return new OpenAiCaller(house.first(), person, app, null).send(Map.of("messages", messages));
    }

    @Test
    void instructionsFillTheVariableAndTheQuestionStaysAsItIs() throws Exception {
        App app = app("chat", CHAT, "instructions");
        String one = "one " + mark;

        String answer = send(app, saying("Be brief.", one)).content();
        OpenAiCaller.Reply second = send(app, saying("Be brief.", one, answer, "two"));

        assertThat(second.retold()).isFalse();
        assertThat(asked())
                .hasSize(2)
                .allSatisfy(request ->
                        assertThat(request.at("/inputs/instructions").asText()).isEqualTo("Be brief."));
        assertThat(asked().getFirst().path("query").asText()).isEqualTo(one);
        assertThat(asked().getLast().path("query").asText()).isEqualTo("two");
        assertThat(asked().getLast().path("conversation_id").asText()).isNotEmpty();
    }

    @Test
    void namesAConversationByItsQuestionNotByItsInstructions() throws Exception {
        App app = app("chat", CHAT, "nothing");
        String plain = "plainly " + mark;
        String instructed = "instructed " + mark;

        String first = send(app, List.of(OpenAiCaller.message("user", plain))).conversation();
        String second = send(app, saying("Be brief.", instructed)).conversation();

        assertThat(asked().getLast().path("query").asText()).startsWith("Be brief.");
        assertThat(title(first)).contains("plainly");
        assertThat(title(second)).isEqualTo(instructed);
        assertThat(named()).as("titles asked of Dify").isEqualTo(1);
    }

    private String title(String conversation) {
        return house.bean(ConversationRepository.class)
                .findOwned(ConversationId.of(conversation), person.id())
                .orElseThrow()
                .title();
    }

    private long named() {
        return house.dify.requests().stream()
                .filter(request -> request.path().endsWith("/name"))
                .filter(request ->
                        request.json().path("user").asText().equals(person.id().toString()))
                .count();
    }

    @Test
    void otherInstructionsBeginThreadThatIsToldWhatWasSaid() throws Exception {
        App app = app("chat", CHAT, "instructions");
        String one = "one " + mark;

        OpenAiCaller.Reply first = send(app, saying("Be brief.", one));
        OpenAiCaller.Reply second = send(app, saying("Be verbose.", one, first.content(), "two"));

        assertThat(second.retold()).isTrue();
        assertThat(second.conversation()).isEqualTo(first.conversation());
        assertThat(asked().getLast().at("/inputs/instructions").asText()).isEqualTo("Be verbose.");
        assertThat(asked().getLast().path("conversation_id").asText("")).isEmpty();
        assertThat(asked().getLast().path("query").asText())
                .startsWith("<conversation_so_far>")
                .contains(one)
                .doesNotContain("Be verbose.");
    }

    @Test
    void variableThatTheFormDoesNotHaveLeavesInstructionsBeforeTheQuestion() throws Exception {
        App app = app("chat", CHAT, "renamed");

        send(app, saying("Be brief.", "one " + mark)).content();

        assertThat(asked().getLast().path("query").asText()).isEqualTo("Be brief.\n\none " + mark);
        assertThat(asked().getLast().path("inputs")).isEmpty();
    }

    @Test
    void questionOfWorkflowDoesNotFillTheVariable() throws Exception {
        App app = app("workflow", WORKFLOW, "instructions");

        send(app, saying("Be brief.", "leases")).content();

        assertThat(asked().getLast().at("/inputs/instructions").asText()).isEqualTo("Be brief.");
        assertThat(asked().getLast().at("/inputs/topic").asText()).isEqualTo("leases");
    }

    @Test
    void instructionsThatAreTooLongForTheFieldAreRefused() throws Exception {
        App app = app("chat", CHAT, "instructions");

        OpenAiCaller.Reply reply = send(app, saying("x".repeat(41), "one"));

        assertThat(reply.response().statusCode()).isEqualTo(400);
        assertThat(reply.json().at("/error/param").asText()).isEqualTo("inputs.instructions");
        assertThat(reply.json().at("/error/code").asText()).isEqualTo("too_long");
        assertThat(asked()).isEmpty();
    }
}
