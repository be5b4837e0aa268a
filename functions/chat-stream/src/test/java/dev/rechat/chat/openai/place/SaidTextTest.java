package dev.rechat.chat.openai.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.chat.openai.request.Said;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaidTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "So it is.\n\nYes.",
                "  So it is.\nYes. ",
                "<think>hm\nhm</think>\n\nSo it is.\n\nYes.",
                "<details type=\"reasoning\" done=\"true\">\n<summary>Thought</summary>\nhm\n</details>\nSo it is. Yes."
            })
    void recognisesAnswerHoweverItIsShown(String theirs) {
        assertThat(SaidText.same("<think>hm hm</think>\nSo it is.\n\nYes.", theirs, false))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Here:\n\n![a b.png](https://chat.example.org/v1/files/01a1fd84-1eb5-73c3-a210-5e5e0e0e9650/content?mark=0a.b.c)",
                "Here:\n\n[a.pdf](/v1/files/01a1fd84-1eb5-73c3-a210-5e5e0e0e9650/content)",
                "Here:\n\n[a.pdf](http://127.0.0.1/api/v1/chat/files/01a1fd84-1eb5-73c3-a210-5e5e0e0e9650)"
            })
    void recognisesAnswerWithLinksToItsFiles(String theirs) {
        assertThat(SaidText.same("Here:", theirs, false)).isTrue();
        assertThat(SaidText.same("Here: [a](https://example.org/v1/files/a)", "Here:", false))
                .as("a link of the answer's own")
                .isFalse();
    }

    @Test
    void beginningIsEnoughOnlyForWhoLeft() {
        assertThat(SaidText.same("So it is.", "So it", false)).isFalse();
        assertThat(SaidText.same("So it is.", "So it", true)).isTrue();
        assertThat(SaidText.same("So it is.", " ", true)).isFalse();
    }

    @Test
    void hashTellsWhoSaidWhatInWhichOrder() {
        Said mine = new Said(false, "a");
        Said theirs = new Said(true, "b");
        Said asked = new Said(false, "c");

        assertThat(List.of(
                        SaidText.hash(List.of(mine, theirs), asked),
                        SaidText.hash(List.of(theirs, mine), asked),
                        SaidText.hash(List.of(new Said(true, "a"), new Said(false, "b")), asked),
                        SaidText.hash(List.of(new Said(false, "ab")), asked),
                        SaidText.hash(List.of(), asked)))
                .doesNotHaveDuplicates();
    }
}
