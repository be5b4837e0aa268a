package dev.rechat.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ProseTest {

    private static final int MANY = 12_000;

    @Test
    void answersAsLongAsModelsDo() {
        SplittableRandom random = new SplittableRandom(1);
        int[] lengths = IntStream.range(0, 10_000)
                .map(i -> Prose.answerLength(random))
                .sorted()
                .toArray();

        assertThat(lengths[0]).isGreaterThanOrEqualTo(200);
        assertThat(lengths[5_000]).isBetween(450, 550);
        assertThat(Arrays.stream(lengths).filter(length -> length > 2_000).count())
                .isBetween(200L, 400L);
    }

    @Test
    void usesTheSearchedWordsAsOftenAsTheirNamesSay() {
        List<String> chinese = answers(Language.CHINESE);

        assertThat(chinese.stream().filter(text -> text.contains(Words.COMMON)).count())
                .isGreaterThan(MANY / 2);
        assertThat(chinese.stream().filter(text -> text.contains(Words.RARE)).count())
                .isBetween(1L, MANY / 500L);
        assertThat(answers(Language.MIXED)).anyMatch(text -> text.contains(Words.MIXED));
        assertThat(chinese).noneMatch(text -> text.contains(Words.ABSENT));
    }

    @Test
    void writesTheSameForTheSameSeed() {
        assertThat(answers(Language.ENGLISH)).isEqualTo(answers(Language.ENGLISH));
    }

    private static List<String> answers(Language language) {
        return new SplittableRandom(1)
                .longs(MANY)
                .mapToObj(seed -> new Exchange("", "", "", null, Instant.EPOCH, Instant.EPOCH, seed))
                .map(exchange -> Prose.answer(exchange, language))
                .toList();
    }
}
