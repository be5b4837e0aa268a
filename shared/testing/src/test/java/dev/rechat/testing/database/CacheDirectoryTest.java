package dev.rechat.testing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheDirectoryTest {

    @TempDir
    Path root;

    @BeforeEach
    void useOwnCache() {
        System.setProperty(CacheDirectory.PROPERTY, root.toString());
    }

    @AfterEach
    void forgetOwnCache() {
        System.clearProperty(CacheDirectory.PROPERTY);
    }

    @Test
    void fillsADirectoryOnlyOnce() throws IOException {
        CacheDirectory.filledOnce("thing", directory -> Files.writeString(directory.resolve("by"), "first"));

        Path again = CacheDirectory.filledOnce("thing", directory -> Files.writeString(directory.resolve("by"), "2nd"));

        assertThat(again.resolve("by")).hasContent("first");
    }

    @Test
    void doesNotTakeAHalfFilledDirectoryForComplete() throws IOException {
        assertThatThrownBy(() -> CacheDirectory.filledOnce("thing", directory -> {
                    Files.writeString(directory.resolve("half"), "");
                    throw new IOException("disk full");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("disk full");

        Path filled = CacheDirectory.filledOnce("thing", directory -> Files.writeString(directory.resolve("all"), ""));

        assertThat(filled).isDirectoryContaining("glob:**/all").isDirectoryNotContaining("glob:**/half");
    }
}
