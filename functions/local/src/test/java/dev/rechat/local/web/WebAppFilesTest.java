package dev.rechat.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebAppFilesTest {

    @TempDir
    private Path directory = Path.of("");

    private WebAppFiles files = new WebAppFiles(Path.of(""));

    @BeforeEach
    void build() throws IOException {
        Path root = Files.createDirectories(directory.resolve("dist"));
        Files.writeString(directory.resolve("secret.txt"), "secret");
        Files.writeString(root.resolve("index.html"), "page");
        Files.writeString(root.resolve("favicon.svg"), "icon");
        Files.writeString(Files.createDirectories(root.resolve("assets")).resolve("app-1a2b.js"), "script");
        files = new WebAppFiles(root);
    }

    private String content(String path) {
        return files.find(path)
                .map(file -> new String(file.content(), StandardCharsets.UTF_8))
                .orElse("nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "", "/chat", "/chat/01a1", "/admin/apps/", "/assets/"})
    void answersARouteOfTheAppWithThePage(String path) {
        assertThat(content(path)).isEqualTo("page");
    }

    @Test
    void findsFiles() {
        assertThat(content("/favicon.svg")).isEqualTo("icon");
        assertThat(content("/assets/app-1a2b.js")).isEqualTo("script");
    }

    @Test
    void hasNoPageForAMissingFile() {
        assertThat(files.find("/assets/app-gone.js")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/../secret.txt", "/assets/../../secret.txt", "//../secret.txt", "/./../secret.txt", "/a\0b.txt"
            })
    void staysInsideItsDirectory(String path) {
        assertThat(content(path)).isEqualTo("nothing");
    }

    @Test
    void knowsWhichNamesChangeWithTheirContent() {
        assertThat(files.find("/assets/app-1a2b.js").map(WebFile::isHashed)).isEqualTo(Optional.of(true));
        assertThat(files.find("/favicon.svg").map(WebFile::isHashed)).isEqualTo(Optional.of(false));
        assertThat(files.find("/").map(WebFile::isPage)).isEqualTo(Optional.of(true));
    }

    @Test
    void showsANewBuildAtOnce() throws IOException {
        assertThat(content("/")).isEqualTo("page");

        Files.writeString(directory.resolve("dist/index.html"), "another page");

        assertThat(content("/chat")).isEqualTo("another page");
    }

    @Test
    void readsAFileOnce() {
        assertThat(files.find("/").orElseThrow()).isSameAs(files.find("/chat").orElseThrow());
    }
}
