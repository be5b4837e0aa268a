package dev.rechat.chat.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.dify.payload.FileUpload;
import dev.rechat.persistence.file.FileKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileRulesTest {

    @ParameterizedTest
    @CsvSource({
        "photo.JPG,  IMAGE",
        "film.webm,  VIDEO",
        "voice.mpga, AUDIO",
        "paper.pdf,  DOCUMENT",
        "data.zip,   CUSTOM",
        "README,     CUSTOM"
    })
    void judgesAFileByItsExtension(String name, FileKind kind) {
        assertThat(FileNames.kind(name)).isEqualTo(kind);
    }

    @Test
    void takesTheKindsThatTheAppTakes() {
        FileRules rules = FileRules.of(upload(true, List.of("image", "custom"), List.of(".ZIP", "pdf")));

        assertThat(rules.kindOf("a.png")).contains(FileKind.IMAGE);
        assertThat(rules.kindOf("a.zip")).contains(FileKind.CUSTOM);
        assertThat(rules.kindOf("a.pdf")).as("by its extension").contains(FileKind.CUSTOM);
        assertThat(rules.kindOf("a.mp3")).isEmpty();
        assertThat(rules.kindOf("a.exe")).isEmpty();
        assertThat(rules.maxCount()).isEqualTo(3);
    }

    @Test
    void takesImagesForAnOlderApp() {
        FileUpload older = new FileUpload(
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                new FileUpload.Image(true, 2, "high", List.of("remote_url", "local_file")));

        assertThat(FileRules.of(older).kindOf("a.png")).contains(FileKind.IMAGE);
        assertThat(FileRules.of(older).kindOf("a.pdf")).isEmpty();
        assertThat(FileRules.of(older).maxCount()).isEqualTo(2);
    }

    @Test
    void takesNothingWhereTheAppTakesNoUploads() {
        FileUpload onlyAddresses = new FileUpload(true, List.of("image"), List.of(), List.of("remote_url"), 3, null);

        assertThat(FileRules.of(upload(false, List.of("image"), List.of())).takesAny())
                .isFalse();
        assertThat(FileRules.of(onlyAddresses).takesAny()).isFalse();
    }

    private static FileUpload upload(boolean enabled, List<String> types, List<String> extensions) {
        return new FileUpload(enabled, types, extensions, List.of("local_file"), 3, null);
    }
}
