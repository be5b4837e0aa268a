package dev.rechat.benchmarks.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HouseTest {

    private static final HouseSize SIZE = new HouseSize(1_000, 20_000, 100_000);

    private final House house = House.of(7, SIZE);

    @Test
    void holdsExactlyWhatWasAskedFor() {
        assertThat(house.residents()).hasSize(1_000).extracting(Resident::id).isSorted();
        assertThat(House.conversations(house.residents())).isEqualTo(20_000);
        assertThat(House.messages(house.residents())).isEqualTo(100_000);
        assertThat(house.residents()).allMatch(person -> person.turns() >= person.conversations());
    }

    @Test
    void isTheSameForTheSameSeedOnly() {
        assertThat(House.of(7, SIZE)).isEqualTo(house);
        assertThat(House.of(8, SIZE).residents()).doesNotContainAnyElementsOf(house.residents());
    }

    @Test
    void hasASampleOfItsPeopleThatHoldsItsPartOfTheMessages() {
        List<Resident> sample = house.sample(1);

        assertThat(sample)
                .hasSize(10)
                .isSubsetOf(house.residents())
                .extracting(Resident::id)
                .isSorted();
        assertThat((double) House.messages(sample)).isCloseTo(1_000, within(150.0));
        assertThat(house.sample(100)).isEqualTo(house.residents());
    }

    @Test
    void isNotMadeTooSmallForItsPeople() {
        assertThatThrownBy(() -> new HouseSize(10, 9, 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HouseSize(10, 10, 18)).isInstanceOf(IllegalArgumentException.class);
    }
}
