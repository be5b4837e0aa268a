package dev.rechat.chat.title;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConversationTitleTest {

    @Test
    void isTheFirstLineOfTheQuestion() {
        assertThat(ConversationTitle.of("  How do I reset it?\nIt is a printer."))
                .isEqualTo("How do I reset it?");
    }

    @Test
    void cutsLongQuestionsAtWord() {
        assertThat(ConversationTitle.of("word ".repeat(40)))
                .isEqualTo("word ".repeat(12).strip() + "…");
    }

    @Test
    void cutsTextWithoutSpacesBetweenCharacters() {
        assertThat(ConversationTitle.of("𠀀".repeat(100))).isEqualTo("𠀀".repeat(60) + "…");
    }
}
