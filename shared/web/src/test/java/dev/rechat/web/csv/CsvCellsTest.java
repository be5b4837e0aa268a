package dev.rechat.web.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''@a", "\uFF1D1"})
    void keepsFormulasFromRunningAndGivesThemBack(String formula) {
        assertThat(CsvCells.guarded(formula)).isEqualTo("'" + formula);
        assertThat(CsvCells.bare(CsvCells.guarded(formula))).isEqualTo(formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "'tis", "Ada", "ada@example.org", " =1", "1-1", "\"=1\""})
    void leavesEverythingElseAsItIs(String value) {
        assertThat(CsvCells.guarded(value)).isEqualTo(value);
        assertThat(CsvCells.bare(value)).isEqualTo(value);
    }

    @Test
    void takesAwayOneApostropheOnly() {
        assertThat(CsvCells.bare("''=1")).isEqualTo("'=1");
    }
}
