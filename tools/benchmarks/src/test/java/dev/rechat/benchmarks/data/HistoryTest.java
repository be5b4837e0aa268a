package dev.rechat.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class HistoryTest {

    private final Resident person =
            House.of(3, new HouseSize(5, 500, 8_000)).residents().getFirst();
    private final List<Talk> talks = talks(person);

    @Test
    void isAsLongAsThePersonTalksAndInOrderOfTime() {
        assertThat(talks).hasSize(person.conversations()).extracting(Talk::id).isSorted();
        assertThat(talks.stream().mapToInt(talk -> talk.exchanges().size()).sum())
                .isEqualTo(person.turns());
        assertThat(talks.stream().map(Talk::updated))
                .allMatch(time -> time.isAfter(person.joined()) && time.isBefore(House.END));
    }

    @Test
    void keepsIdsOfMessagesInTheOrderOfTheirTimes() {
        for (Talk talk : talks) {
            List<String> ids = talk.exchanges().stream()
                    .flatMap(exchange -> List.of(exchange.questionId(), exchange.answerId()).stream())
                    .toList();
            List<Instant> times = talk.exchanges().stream().map(Exchange::asked).toList();
            assertThat(ids).isSorted().doesNotHaveDuplicates();
            assertThat(times).isSorted();
        }
    }

    @Test
    void hasQuestionsThatStandBesideEachOther() {
        assertThat(talks)
                .anyMatch(talk -> talk.exchanges().stream()
                                .map(Exchange::parentId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .count()
                        < talk.exchanges().size() - 1);
    }

    @Test
    void isMadeAgainAsItWas() {
        assertThat(talks(person)).isEqualTo(talks);
    }

    private static List<Talk> talks(Resident person) {
        List<Talk> talks = new ArrayList<>();
        History.of(person, talks::add);
        return talks;
    }
}
