package dev.rechat.web.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.kernel.error.ValidationException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormDataTest {

    private static final String FIELD = "--b\r\nContent-Disposition: form-data; name=\"app_id\"\r\n\r\nchat 你\r\n";
    private static final String FILE = "--b\r\ncontent-disposition: form-data; filename=\"猫.PNG\"; name=\"file\"\r\n"
            + "Content-Type: Image/PNG; q=1\r\n\r\na\r\n--c\r\n\r\n";

    @Test
    void readsFieldsAndFiles() {
        FormData form = parse(FIELD + FILE + "--b--\r\n");

        assertThat(form.field("app_id")).isEqualTo("chat 你");
        FormFile file = form.file("file");
        assertThat(file.name()).isEqualTo("猫.PNG");
        assertThat(file.mediaType()).isEqualTo("image/png");
        assertThat(UTF_8.decode(file.content().duplicate()).toString()).isEqualTo("a\r\n--c\r\n");
        assertThat(file.size()).isEqualTo(8);
        assertThat(file.content().isReadOnly()).isTrue();
        assertThat(file).asString().doesNotContain("猫");
    }

    @Test
    void readsAnEmptyFileAndBytesThatAreNoText() {
        String head = "--b\r\nContent-Disposition: form-data; name=file; filename=a\r\n\r\n";

        assertThat(parse(head + "\r\n--b--").file("file").size()).isZero();
        FormFile binary = FormData.parse((head + "\u0000\u00ff\r\n--b--").getBytes(ISO_8859_1), "b", Set.of("file"))
                .file("file");
        assertThat(binary.size()).isEqualTo(2);
        assertThat(binary.mediaType()).isEqualTo("application/octet-stream");
    }

    @ParameterizedTest
    @CsvSource({
        "a%22b.txt, a\"b.txt",
        "C:\\dir\\a.txt, a.txt",
        "../../etc/passwd, passwd",
        "a%0D%0Ab.txt, a  b.txt",
        "100%.txt, 100%.txt"
    })
    void takesTheNameWithoutPathOrLineEnds(String sent, String name) {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + sent + "\"\r\n\r\nx\r\n--b--";

        assertThat(parse(body).file("file").name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--",
                "--b",
                "--b-",
                "--b\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"file\"",
                "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nnever ends",
                "--b\r\nContent-Disposition: attachment; name=\"file\"\r\n\r\nx\r\n--b--",
                "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--",
                "--other\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--other--"
            })
    void refusesWhatIsNoForm(String body) {
        assertThatThrownBy(() -> parse(body))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        refused ->
                                assertThat(refused.errors().getFirst().field()).isEqualTo("body"));
    }

    @Test
    void refusesPartsThatTheRouteDoesNotKnowOrKnowsAlready() {
        assertThatThrownBy(() -> parse("--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nx\r\n--b--"))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> parse(FIELD + FIELD + "--b--")).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> parse(FIELD.repeat(21) + "--b--")).isInstanceOf(ValidationException.class);
    }

    @Test
    void namesWhatIsMissing() {
        FormData form = parse(FIELD + "--b--");

        assertThatThrownBy(() -> form.file("file"))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        missing ->
                                assertThat(missing.errors().getFirst().field()).isEqualTo("file"));
        assertThatThrownBy(() -> form.field("file")).isInstanceOf(ValidationException.class);
    }

    @Test
    void refusesABoundaryThatIsNone() {
        assertThatThrownBy(() -> FormData.parse(new byte[0], "", Set.of())).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> FormData.parse(new byte[0], "b".repeat(71), Set.of()))
                .isInstanceOf(ValidationException.class);
    }

    private static FormData parse(String body) {
        return FormData.parse(body.getBytes(UTF_8), "b", Set.of("app_id", "file"));
    }
}
