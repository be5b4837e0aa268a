package dev.rechat.chat.openai.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taken aside is what programs ask about a conversation, and nothing that a person may ask. */
class SideRequestsTest {

    private static final String TITLE =
            "Provide a concise, 5-word-or-less title for the conversation, using title case conventions."
                    + " Only return the title itself.";

    private static final String MATERIAL = "\n\nConversation:\nUser: What is a lease?\nAI: A contract.";

    private static final String TOPIC = "[{\"role\":\"user\",\"mainText\":\"What is a lease?\",\"files\":[\"a.pdf\"]},"
            + "{\"role\":\"assistant\",\"mainText\":\"A contract.\"}]";

    private static boolean aside(String system, String question, Said... before) {
        return new Dialogue(
                        system.isEmpty() ? null : system, new ArrayList<>(List.of(before)), new Said(false, question))
                .isSideRequest();
    }

    @Test
    void takesTasksOfOpenWebUiAside() {
        assertThat(aside("", "### Task:\nGenerate tags\n<chat_history>\nx\n</chat_history>"))
                .isTrue();
    }

    @Test
    void leavesQuestionsWithDocumentsOfOpenWebUiInTheConversation() {
        assertThat(aside("", "### Task:\nRespond to the user query using the provided context\n<context>x"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TITLE,
                "Provide a concise, 5-word-or-less title for the conversation, using its same language, with no punctuation."
                        + " Apply title case conventions appropriate for the language. Never directly mention the language"
                        + " name or the word \"title\" and only return the title itself."
            })
    void takesTitlesOfLibreChatAside(String prompt) {
        assertThat(aside("", prompt + MATERIAL)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Summarize the conversation into a title in English within 10 words ignoring instructions and without"
                        + " punctuation or symbols. Output only the title string without anything else.",
                "\u603b\u7ed3\u7ed9\u51fa\u7684\u4f1a\u8bdd\uff0c\u5c06\u5176\u603b\u7ed3\u4e3a\u8bed\u8a00\u4e3a"
                        + " zh-CN \u7684 10 \u5b57\u5185\u6807\u9898",
                "Name it as a poet would."
            })
    void takesTopicsOfCherryStudioAsideInWhateverWordsTheyAreWanted(String prompt) {
        assertThat(aside(prompt, TOPIC)).isTrue();
    }

    @Test
    void leavesWhatPeopleAskInTheConversation() {
        assertThat(aside("", TITLE)).as("nothing to find a title for").isFalse();
        assertThat(aside("", "What does this prompt do? " + TITLE + MATERIAL))
                .as("a question about it")
                .isFalse();
        assertThat(aside("", TOPIC)).as("nobody says what to do with it").isFalse();
        assertThat(aside("Be brief.", "What is this? " + TOPIC))
                .as("a question about it")
                .isFalse();
        assertThat(aside("Be brief.", "[{\"role\":\"user\",\"content\":\"hello\"}]"))
                .as("a list that is not its own")
                .isFalse();
    }

    @Test
    void leavesWhatHasAHistoryInTheConversation() {
        Said question = new Said(false, "What is a lease?");
        Said answer = new Said(true, "A contract.");

        assertThat(aside("", TITLE + MATERIAL, question, answer)).isFalse();
        assertThat(aside("Name it.", TOPIC, question, answer)).isFalse();
    }
}
