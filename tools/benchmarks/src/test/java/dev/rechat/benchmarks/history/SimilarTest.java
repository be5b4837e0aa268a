package dev.rechat.benchmarks.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.benchmarks.data.House;
import dev.rechat.benchmarks.data.HouseSize;
import dev.rechat.benchmarks.data.Resident;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SimilarTest {

    private final House house = House.of(1, new HouseSize(1_000, 20_000, 500_000));

    @Test
    void areAsLargeWithinATenthAndOneOfThemIsThePerson() {
        for (Resident person : house.sample(1)) {
            List<Resident> alike = Similar.to(person, house, 12);
            assertThat(alike).contains(person).hasSizeBetween(1, 12);
            assertThat(alike).allMatch(other -> Math.abs(other.turns() - person.turns()) <= person.turns() / 10.0);
        }
    }
}
