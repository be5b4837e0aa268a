package dev.rechat.chat.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.rechat.chat.file.FileLookup;
import dev.rechat.dify.payload.InputControl;
import dev.rechat.kernel.error.FieldError;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.FileId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.file.FileDirection;
import dev.rechat.persistence.file.FileKind;
import dev.rechat.persistence.file.StoredFile;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputFormsTest {

    private static final JsonMapper JSON = JsonMapper.createDefault();
    private static final FileId PICTURE = new FileId(UUID.randomUUID());
    private static final FileId NOTE = new FileId(UUID.randomUUID());
    private static final FileLookup FILES =
            id -> Optional.ofNullable(Map.of(PICTURE, file(PICTURE, "cat.PNG"), NOTE, file(NOTE, "note.txt"))
                    .get(id));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            text-input         | "hello"       | "hello"
            paragraph          | "a\\nb"       | "a\\nb"
            select             | "b"           | "b"
            number             | 7             | 7
            number             | "7"           | 7
            number             | " -1.50 "     | -1.5
            number             | "1e3"         | 1000
            checkbox           | true          | true
            checkbox           | "Yes"         | true
            checkbox           | "on"          | true
            checkbox           | 0             | false
            checkbox           | "off"         | false
            json_object        | {"a":[1]}     | {"a":[1]}
            external_data_tool | "42"          | "42"
            something-new      | [1,{"a":2}]   | [1,{"a":2}]
            """)
    void takesWhatTheFieldIsFor(String kind, String given, String taken) {
        InputControl control = Controls.optional(kind, null, "a", "b");

        JsonNode value = check(control, given).get("v");

        assertThat(value).isNotNull();
        if (value != null && value.isNumber()) {
            assertThat(value.getBigDecimalValue()).isEqualByComparingTo(taken);
        } else {
            assertThat(value).isEqualTo(json(taken));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            text-input  | 7               | invalid
            text-input  | "😀😀😀😀"      | too_long
            paragraph   | ["a"]           | invalid
            select      | "c"             | invalid
            select      | 1               | invalid
            number      | "seven"         | invalid
            number      | true            | invalid
            number      | {}              | invalid
            checkbox    | "maybe"         | invalid
            checkbox    | []              | nothing
            checkbox    | {"a":1}         | invalid
            json_object | "{}"            | invalid
            json_object | [1]             | invalid
            file        | 1               | invalid
            file        | ["a"]           | invalid
            file        | {"upload_file_id":"x"} | invalid
            file-list   | "x"             | invalid
            file-list   | ["x"]           | invalid
            """)
    void namesWhatTheFieldIsNotFor(String kind, String given, String code) {
        InputControl control = Controls.optional(kind, 3, "a", "b");

        if (code.equals("nothing")) {
            assertThat(check(control, given).get("v")).isNull();
        } else {
            assertThat(problems(List.of(control), "{\"v\":" + given + "}"))
                    .extracting(FieldError::field, FieldError::code)
                    .containsExactly(tuple("inputs.v", code));
        }
    }

    @Test
    void countsCharactersAsDifyDoes() {
        assertThat(check(Controls.optional("text-input", 3), "\"😀😀😀\"").get("v"))
                .isEqualTo(JsonNode.createStringNode("😀😀😀"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \"", "[]"})
    void takesNothingForNothing(String nothing) {
        assertThat(check(Controls.optional("text-input", 3), nothing).size()).isZero();
        assertThat(problems(List.of(Controls.required("number")), "{\"v\":" + nothing + "}"))
                .extracting(FieldError::code)
                .containsExactly("required");
    }

    @Test
    void givesARequiredFieldTheAuthorsDefaultWhenItWasNotSent() {
        InputControl control = Controls.defaulting("text-input", "usual");

        assertThat(InputForms.check(List.of(control), null, FILES).get("v"))
                .isEqualTo(JsonNode.createStringNode("usual"));
        assertThat(problems(List.of(control), "{\"v\":\"\"}"))
                .extracting(FieldError::code)
                .containsExactly("required");
    }

    @Test
    void leavesOutWhatTheFormDoesNotDeclare() {
        JsonNode checked = InputForms.check(List.of(), json("{\"sys.user_id\":\"root\"}"), FILES);

        assertThat(checked.isObject()).isTrue();
        assertThat(checked.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "1"})
    void refusesInputsThatAreNoObject(String inputs) {
        assertThatThrownBy(() -> InputForms.check(List.of(), json(inputs), FILES))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void namesEveryProblemAtOnce() {
        InputControl other = new InputControl(
                "number", "", "w", true, null, null, List.of(), null, null, null, List.of(), List.of(), List.of(),
                null);

        assertThat(problems(List.of(Controls.required("text-input"), other), "{\"w\":\"x\"}"))
                .extracting(FieldError::field)
                .containsExactly("inputs.v", "inputs.w");
    }

    @Test
    void turnsOurFilesIntoDifysMappings() {
        JsonNode one = check(Controls.files("file", null, "image"), "\"" + PICTURE + "\"")
                .get("v");
        JsonNode several = check(
                        Controls.files("file-list", 2, "image", "document"),
                        "[\"%s\",\"%s\",\"%s\"]".formatted(NOTE, PICTURE, NOTE))
                .get("v");

        assertThat(one).isEqualTo(mapping("image", PICTURE));
        assertThat(several)
                .isEqualTo(JsonNode.createArrayNode(List.of(mapping("document", NOTE), mapping("image", PICTURE))));
    }

    @Test
    void refusesFilesThatTheFieldDoesNotTakeOrThePersonDoesNotHave() {
        FileId foreign = new FileId(UUID.randomUUID());

        assertThat(codes(Controls.files("file", null, "image"), "\"" + NOTE + "\""))
                .containsExactly("file_type");
        assertThat(codes(Controls.files("file", null, "image"), "\"" + foreign + "\""))
                .containsExactly("not_found");
        assertThat(codes(Controls.files("file-list", 1), "[\"%s\",\"%s\"]".formatted(NOTE, PICTURE)))
                .containsExactly("too_many");
    }

    private static List<String> codes(InputControl control, String value) {
        return problems(List.of(control), "{\"v\":" + value + "}").stream()
                .map(FieldError::code)
                .toList();
    }

    private static JsonNode mapping(String type, FileId id) {
        return json("{\"type\":\"%s\",\"transfer_method\":\"local_file\",\"upload_file_id\":\"dify-%s\"}"
                .formatted(type, id));
    }

    private static JsonNode check(InputControl control, String value) {
        return InputForms.check(List.of(control), json("{\"v\":" + value + "}"), FILES);
    }

    private static List<FieldError> problems(List<InputControl> form, String inputs) {
        return catchThrowableOfType(ValidationException.class, () -> InputForms.check(form, json(inputs), FILES))
                .errors();
    }

    private static JsonNode json(String text) {
        try {
            return Objects.requireNonNull(JSON.readValue(text, JsonNode.class));
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private static StoredFile file(FileId id, String name) {
        return new StoredFile(
                id,
                new UserId(UUID.randomUUID()),
                new AppId(UUID.randomUUID()),
                "dify-" + id,
                name,
                "",
                FileKind.CUSTOM,
                1L,
                null,
                FileDirection.UPLOAD,
                null,
                Instant.EPOCH);
    }
}
