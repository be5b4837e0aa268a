package dev.rechat.chat.openai.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.chat.turn.StartTurn;
import dev.rechat.kernel.error.ValidationException;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DialoguesTest {

    private static JsonNode message(String role, String text) {
        return JsonNode.createObjectNode(
                Map.of("role", JsonNode.createStringNode(role), "content", JsonNode.createStringNode(text)));
    }

    private static Dialogue read(JsonNode... messages) {
        return Dialogues.read(new CompletionRequest(
                "app", List.of(messages), null, null, null, null, null, null, null, null, null, null, null));
    }

    @Test
    void joinsWhatOneSpeakerSaysInSeveralMessages() {
        Dialogue dialogue = read(
                message("system", "Be brief."),
                message("user", "one"),
                message("user", "more"),
                message("assistant", "ok"),
                message("developer", "In English."),
                message("user", "two"),
                message("user", "three"));

        assertThat(dialogue.system()).isEqualTo("Be brief.\n\nIn English.");
        assertThat(dialogue.before()).containsExactly(new Said(false, "one\n\nmore"), new Said(true, "ok"));
        assertThat(dialogue.question()).isEqualTo("two\n\nthree");
    }

    @Test
    void readsTextOutOfParts() {
        JsonNode part = JsonNode.createObjectNode(
                Map.of("type", JsonNode.createStringNode("text"), "text", JsonNode.createStringNode("hello")));
        JsonNode message = JsonNode.createObjectNode(Map.of(
                "role", JsonNode.createStringNode("user"), "content", JsonNode.createArrayNode(List.of(part, part))));

        assertThat(read(message).question()).isEqualTo("hello\nhello");
    }

    @Test
    void wantsTheQuestionLast() {
        assertThatThrownBy(() -> read(message("user", "one"), message("assistant", "two")))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        wrong -> assertThat(wrong.errors().getFirst().field()).isEqualTo("messages"));
    }

    @Test
    void refusesQuestionThatIsTooLong() {
        assertThatThrownBy(() -> read(message("user", "a".repeat(StartTurn.MAX_MESSAGE + 1))))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void tellsSideRequestFromQuestionWithDocuments() {
        assertThat(read(message("user", "### Task:\nGenerate tags\n<chat_history>\nx\n</chat_history>"))
                        .isSideRequest())
                .isTrue();
        assertThat(read(message("user", "### Task:\nRespond to the user query using the provided context\n<context>x"))
                        .isSideRequest())
                .isFalse();
    }
}
