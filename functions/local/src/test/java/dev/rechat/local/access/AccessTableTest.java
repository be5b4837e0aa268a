package dev.rechat.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The comparison can fail, and says what to do. */
final class AccessTableTest {

    private static final String HEAD = Arrays.stream(Identity.values())
            .map(Identity::column)
            .collect(Collectors.joining(" | ", "| operation | ", " |"));
    private static final String RULE = "| --- " + "| --- ".repeat(Identity.values().length) + "|";

    private static Map<Identity, String> all(String outcome) {
        Map<Identity, String> row = new EnumMap<>(Identity.class);
        Arrays.stream(Identity.values()).forEach(identity -> row.put(identity, outcome));
        return row;
    }

    private static AccessTable table(String... rows) {
        return AccessTable.parse(Stream.concat(
                        Stream.of("Words.", "| some | other |", "| --- | --- |", "| table | x |", "", HEAD, RULE),
                        Arrays.stream(rows))
                .toList());
    }

    @Test
    void agreesWithWhatItSays() {
        AccessTable table = table(AccessTable.line("GET /a", all("ok")), "", "More words.");

        assertThat(table.differences(Map.of("GET /a", all("ok")))).isEmpty();
    }

    @Test
    void printsTheRowToAddForANewOperation() {
        assertThat(table().differences(Map.of("GET /new", all("401"))))
                .singleElement()
                .asString()
                .contains("no row", AccessTable.line("GET /new", all("401")));
    }

    @Test
    void namesEachCellThatDiffersAndEachRowThatHasNoOperation() {
        AccessTable table = table(AccessTable.line("GET /a", all("401")), AccessTable.line("GET /gone", all("ok")));
        Map<Identity, String> seen = all("401");
        seen.put(Identity.ADMIN, "ok");
        seen.put(Identity.OTHER, "404");

        assertThat(table.differences(Map.of("GET /a", seen)))
                .containsExactly(
                        "GET /a as other user: 404 instead of 401",
                        "GET /a as admin: ok instead of 401",
                        "a row for what is not there, take it out: GET /gone");
    }

    @Test
    void takesNoRowTwiceAndNoneThatIsCut() {
        String row = AccessTable.line("GET /a", all("ok"));

        assertThatThrownBy(() -> table(row, row)).hasMessageContaining("GET /a");
        assertThatThrownBy(() -> table("| `GET /a` | ok |")).hasMessageContaining("GET /a");
        assertThatThrownBy(() -> AccessTable.parse(List.of("| operation | martian |")))
                .hasMessageContaining("martian");
    }
}
