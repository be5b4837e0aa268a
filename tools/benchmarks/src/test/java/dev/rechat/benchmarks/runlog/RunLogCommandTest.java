package dev.rechat.benchmarks.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class RunLogCommandTest {

    @ParameterizedTest
    @CsvSource({
        "--store, postgres, '--store must be mysql, elasticsearch or both'",
        "--nodes, 100, '--nodes and --search-nodes must be 10,000 to 100,000,000'",
        "--search-nodes, 2000000000, '--nodes and --search-nodes must be 10,000 to 100,000,000'",
        "--live, 0, 'must be 1 or more'",
        "--rounds, many, 'Invalid value'"
    })
    void refusesWhatMakesNoSenseBeforeItStartsAnything(String option, String value, String words) {
        StringWriter error = new StringWriter();

        int code = new CommandLine(new RunLogCommand())
                .setErr(new PrintWriter(error))
                .execute(option, value);

        assertThat(code).isEqualTo(2);
        assertThat(error.toString()).contains(words);
    }
}
