package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MagicWordsTest {

    private static GenerationRequest question(String query) {
        return new GenerationRequest(SimulatedApp.chat("k"), query, Json.object(), "u", "", true, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!error", " !stall ", "!cut now", "!long 5000", "!slow 500", "!nodes", "!timed 3 1 x"})
    void findsAScript(String query) {
        assertThat(MagicWords.script(question(query))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "error", "!", "!unknown", "what does !error do"})
    void leavesOtherQuestionsAlone(String query) {
        assertThat(MagicWords.script(question(query))).isEmpty();
    }

    @Test
    void ignoresANumberThatIsNone() {
        assertThat(MagicWords.script(question("!long x")).orElseThrow().steps())
                .hasSameSizeAs(
                        MagicWords.script(question("!long")).orElseThrow().steps());
    }

    @Test
    void explainsEveryWord() {
        assertThat(MagicWords.help().lines()).allMatch(line -> line.matches("  !\\w+ +\\S.*"));
    }
}
