package dev.rechat.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The project's one command, read as text: starting all that it can do would take an hour. */
final class RechatScriptTest {

    private static final Pattern LISTED = Pattern.compile("(?m)^  ([a-z][a-z-]+) .*  \\S");

    @Test
    void knowsEveryCommandThatItsHelpLists() throws IOException {
        String script = Files.readString(Path.of("../../rechat"));
        String help = script.substring(script.indexOf("<<'EOF'"), script.indexOf("\nEOF\n"));

        var commands = LISTED.matcher(help)
                .results()
                .map(MatchResult::group)
                .map(line -> line.trim().split(" ")[0]);

        assertThat(commands.distinct())
                .contains("run", "test", "native")
                .allSatisfy(command -> assertThat(script).contains("\n  " + command + ") cmd_"));
    }
}
