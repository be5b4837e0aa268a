package dev.rechat.chat.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.FileId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.file.FileDirection;
import dev.rechat.persistence.file.FileKind;
import dev.rechat.persistence.file.StoredFile;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DispositionTest {

    @ParameterizedTest
    @CsvSource({
        "image/png, inline",
        "IMAGE/PNG, inline",
        "application/pdf, inline",
        "image/svg+xml, attachment",
        "image/svg, attachment",
        "text/html, attachment",
        "application/pdf; x=text/html, attachment",
        "nonsense, attachment"
    })
    void showsOnlyWhatCannotRun(String type, String disposition) {
        assertThat(of("a", type).header()).startsWith(disposition + ";");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"; filename=\"b", "a\r\nSet-Cookie: x=1", "😀 猫.png", "a'b*c%d"})
    void letsNoNameOutOfItsPlace(String name) {
        assertThat(of(name, "image/png").header()).matches("inline; filename\\*=UTF-8''[A-Za-z0-9%._-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "text/html\r\nX: y", "a/b/c"})
    void sendsNoMediaTypeThatIsNone(String type) {
        assertThat(of("a", type).mediaType()).isEqualTo("application/octet-stream");
    }

    private static Disposition of(String name, String type) {
        return Disposition.of(
                new StoredFile(
                        new FileId(UUID.randomUUID()),
                        new UserId(UUID.randomUUID()),
                        new AppId(UUID.randomUUID()),
                        null,
                        name,
                        type,
                        FileKind.CUSTOM,
                        null,
                        null,
                        FileDirection.ANSWER,
                        null,
                        Instant.EPOCH),
                false);
    }
}
