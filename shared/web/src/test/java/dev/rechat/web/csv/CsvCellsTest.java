package dev.rechat.web.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''@a", "\uFF1D1"})
    void keepsFormulasFromRunningAndGivesThemBack(String formula) {
        assertThat(CsvCells.guarded(formula)).isEqualTo("'" + formula);
        assertThat(CsvCells.bare(CsvCells.guarded(formula))).isEqualTo(formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "'tis", "Ada", "ada@example.org", " =1", "1-1", "\"=1\"", "a; b-c;d", "a;' =1"})
    void leavesEverythingElseAsItIs(String value) {
        assertThat(CsvCells.guarded(value)).isEqualTo(value);
        assertThat(CsvCells.bare(value)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Legal;=1+1      | Legal;'=1+1",
                "a;  @SUM(A1);-2 | a;  '@SUM(A1);'-2",
                "=1;'=2;''=3     | '=1;''=2;'''=3",
                "a\\;+1           | a\\;'+1",
                "a;\"=1           | a;\"'=1",
                ";;=1            | ;;'=1",
            })
    void keepsFormulasBehindSemicolonsFromRunningAndGivesThemBack(String value, String guarded) {
        assertThat(CsvCells.guarded(value)).isEqualTo(guarded);
        assertThat(CsvCells.bare(guarded)).isEqualTo(value);
    }

    @Test
    void takesAwayOneApostropheOnly() {
        assertThat(CsvCells.bare("''=1")).isEqualTo("'=1");
    }
}
