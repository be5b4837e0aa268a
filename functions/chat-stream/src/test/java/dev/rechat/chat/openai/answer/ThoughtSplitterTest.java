package dev.rechat.chat.openai.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThoughtSplitterTest {

    private static String told(List<Heard> heard, boolean thoughts) {
        StringBuilder text = new StringBuilder();
        for (Heard each : heard) {
            switch (each) {
                case Heard.Content(String said) when !thoughts -> text.append(said);
                case Heard.Reasoning(String thought) when thoughts -> text.append(thought);
                default -> {}
            }
        }
        return text.toString();
    }

    private static List<Heard> heard(String text, int pieceLength) {
        var splitter = new ThoughtSplitter();
        List<Heard> heard = new ArrayList<>();
        for (int start = 0; start < text.length(); start += pieceLength) {
            heard.addAll(splitter.take(text.substring(start, Math.min(text.length(), start + pieceLength))));
        }
        heard.addAll(splitter.rest());
        return heard;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<think>why</think>so | why | so",
                "<think>why</think>~~so | why | so",
                "so~<think>why</think>and so | why | so~and so",
                "plain < text > & more | '' | plain < text > & more",
                "say `<think>` to think | '' | say `<think>` to think",
                "<think>never ends | never ends | ''",
                "a </think> alone | '' | a </think> alone",
                "<think>a < b</think>yes | a < b | yes"
            })
    void partsThoughtsWhereverTheTextIsCut(String text, String thoughts, String said) {
        String lines = text.replace('~', '\n');
        for (int length = 1; length <= lines.length(); length++) {
            assertThat(told(heard(lines, length), true)).isEqualTo(thoughts);
            assertThat(told(heard(lines, length), false)).isEqualTo(said.replace('~', '\n'));
        }
    }

    @Test
    void holdsNothingBackThatIsNoTag() {
        assertThat(new ThoughtSplitter().take("1 < 2 and so on")).containsExactly(new Heard.Content("1 < 2 and so on"));
    }
}
