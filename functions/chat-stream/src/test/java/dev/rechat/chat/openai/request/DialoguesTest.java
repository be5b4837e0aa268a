package dev.rechat.chat.openai.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.chat.turn.StartTurn;
import dev.rechat.kernel.error.FieldError;
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

    private static JsonNode picture(String url) {
        return JsonNode.createObjectNode(Map.of(
                "type",
                JsonNode.createStringNode("image_url"),
                "image_url",
                JsonNode.createObjectNode(Map.of("url", JsonNode.createStringNode(url)))));
    }

    private static JsonNode showing(JsonNode... parts) {
        return JsonNode.createObjectNode(
                Map.of("role", JsonNode.createStringNode("user"), "content", JsonNode.createArrayNode(List.of(parts))));
    }

    @Test
    void filesOfEarlierMessagesAreNotLookedInto() {
        Dialogue dialogue =
                read(showing(picture("no address at all")), message("assistant", "ok"), message("user", "two"));

        assertThat(dialogue.enclosures()).isEmpty();
        assertThat(dialogue.history()).contains("user: [image]\nassistant: ok");
    }

    @Test
    void questionInSeveralMessagesHasTheFilesOfAllOfThem() {
        Dialogue dialogue = read(showing(picture("https://example.org/a.png")), message("user", "what is it"));

        assertThat(dialogue.question()).isEqualTo("what is it");
        assertThat(dialogue.enclosures()).hasSize(1);
    }

    @Test
    void problemsOfAllFilesAreNamed() {
        Dialogue dialogue = read(message("system", "x"), showing(picture("a b"), picture("ftp://example.org/a")));

        assertThatThrownBy(dialogue::enclosures)
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        wrong -> assertThat(wrong.errors())
                                .extracting(FieldError::field)
                                .containsExactly(
                                        "messages[1].content[0].image_url", "messages[1].content[1].image_url"));
    }

    @Test
    void headOfDataUrlOfAnySizeIsReadInPassing() {
        assertThatThrownBy(() ->
                        read(showing(picture("data:" + ";".repeat(500_000)))).enclosures())
                .isInstanceOf(ValidationException.class);
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
}
