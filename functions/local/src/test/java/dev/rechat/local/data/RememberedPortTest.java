package dev.rechat.local.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RememberedPortTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void isAnyAtFirst() throws IOException {
        assertThat(new RememberedPort(directory.resolve("port")).get()).isZero();
    }

    @Test
    void isThatOfLastTime() throws IOException {
        var port = new RememberedPort(directory.resolve("port"));

        port.set(45_123);

        assertThat(port.get()).isEqualTo(45_123);
    }

    @Test
    void isAnyWhenTheFileIsDamaged() throws IOException {
        Files.writeString(directory.resolve("port"), "45x");

        assertThat(new RememberedPort(directory.resolve("port")).get()).isZero();
    }
}
