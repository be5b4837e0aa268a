package dev.rechat.admin.user.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rechat.kernel.error.ValidationException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PeopleTableTest {

    @Test
    void readsWhatSpreadsheetsWrite() {
        List<PeopleRow> rows = read("\uFEFFrole,email,display_name\r\n"
                + "user,ada@example.org,\"Lovelace, \"\"Ada\"\"\"\r\n"
                + "\r\n"
                + ",\" grace@example.org \",'=Grace\r\n"
                + ",\"two\nlines\",\r\n");

        assertThat(rows).extracting(PeopleRow::line).containsExactly(2, 4, 5);
        assertThat(rows.getFirst().get(Column.DISPLAY_NAME)).isEqualTo("Lovelace, \"Ada\"");
        assertThat(rows.get(1).get(Column.EMAIL)).isEqualTo("grace@example.org");
        assertThat(rows.get(1).get(Column.DISPLAY_NAME)).as("undoes the guard").isEqualTo("=Grace");
        assertThat(rows.get(1).cells()).doesNotContainKey(Column.ROLE);
    }

    @Test
    void takesFiveThousandRowsAndNoMore() {
        String most = "email\n" + "a@b.c\n".repeat(PeopleTable.MOST_ROWS);

        assertThat(read(most)).hasSize(PeopleTable.MOST_ROWS);
        assertRefused(most + "a@b.c\n", "body", "too_many");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesAsAWholeWhatIsNoSuchTable(String file, String field, String code) {
        assertRefused(file, field, code);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("", "body", "required"),
                arguments("\n\n", "body", "required"),
                arguments("display_name,role\nAda,user\n", "email", "required"),
                arguments("email,password\na@b.c,secret\n", "password", "unknown_field"),
                arguments("email;role\na@b.c;user\n", "email;role", "unknown_field"),
                arguments("x".repeat(60) + "\n", "x".repeat(50) + "…", "unknown_field"),
                arguments("email,role,email\na@b.c,user,a@b.c\n", "email", "duplicate_field"),
                arguments("email,role\na@b.c\n", "body", "malformed"),
                arguments("email,role\na@b.c,user,more\n", "body", "malformed"),
                arguments("email\n\"a@b.c\n", "body", "malformed"),
                arguments("email\n\"a@b.c\"x\n", "body", "malformed"));
    }

    @Test
    void refusesAnotherEncoding() {
        assertThatThrownBy(() -> PeopleTable.read("email\nZoë".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> PeopleTable.read("email\na@b.c".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(ValidationException.class);
    }

    private static void assertRefused(String file, String field, String code) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ValidationException.class)
                .extracting(failure -> ((ValidationException) failure).errors().getFirst())
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo(field);
                    assertThat(error.code()).isEqualTo(code);
                    assertThat(error.message()).doesNotContain("@", "dev.", "java.");
                });
    }

    private static List<PeopleRow> read(String file) {
        return PeopleTable.read(file.getBytes(StandardCharsets.UTF_8));
    }
}
