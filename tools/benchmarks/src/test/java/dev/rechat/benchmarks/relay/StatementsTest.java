package dev.rechat.benchmarks.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StatementsTest {

    @Test
    void dividesADifferenceByTurns() {
        Statements before = new Statements(10, 10, 10, 10, 10, 10, 100);
        Statements after = new Statements(50, 60, 10, 30, 70, 50, 310);

        Statements perTurn = after.since(before).per(10);

        assertThat(perTurn).isEqualTo(new Statements(4, 5, 0, 2, 6, 4, 21));
        assertThat(perTurn.writes()).isEqualTo(9);
    }
}
