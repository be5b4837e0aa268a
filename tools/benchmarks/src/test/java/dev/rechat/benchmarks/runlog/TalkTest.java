package dev.rechat.benchmarks.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rechat.benchmarks.data.Words;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TalkTest {

    private static final List<Talk> TALKS = IntStream.range(0, 20_000)
            .mapToObj(seed -> Talk.of(new SplittableRandom(new SplittableRandom(seed).nextLong())))
            .toList();

    @Test
    void isJsonWhateverWasSaid() throws Exception {
        ObjectMapper json = new ObjectMapper();
        for (Talk talk : TALKS.subList(0, 200)) {
            for (NodeKind kind : NodeKind.values()) {
                assertThat(json.readTree(talk.inputs(kind)).isObject()).isTrue();
                assertThat(json.readTree(talk.outputs(kind)).isObject()).isTrue();
            }
            assertThat(json.readTree(talk.prompts())
                            .path("prompts")
                            .get(0)
                            .path("text")
                            .asText())
                    .isEqualTo(talk.question());
        }
    }

    @Test
    void holdsWhatIsSearchedForAsOftenAsItIsCalled() {
        assertThat(answersWith(Talk.COMMON_ENGLISH)).isBetween(2_000L, 10_000L);
        assertThat(answersWith(Words.COMMON)).isBetween(2_000L, 10_000L);
        assertThat(answersWith(Talk.RARE_ENGLISH)).isBetween(1L, 20L);
        assertThat(answersWith(Words.RARE)).isBetween(1L, 20L);
        assertThat(answersWith(Talk.ABSENT_ENGLISH)).isZero();
    }

    private static long answersWith(String word) {
        return TALKS.stream().filter(talk -> talk.answer().contains(word)).count();
    }
}
