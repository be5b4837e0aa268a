package dev.rechat.local.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The single file that people host themselves. */
final class HostedServerNativeIT extends HostedServerStory {

    private static final Path EXECUTABLE = Path.of("target/rechat-server").toAbsolutePath();

    @Override
    List<String> program() {
        return List.of(EXECUTABLE.toString());
    }

    @Override
    void prepare() {
        assertThat(EXECUTABLE).as("run ./rechat native server").isExecutable();
    }

    @Test
    void holdsNothingThatOnlyAFirstTryNeeds() throws IOException {
        String bytes = Files.readString(EXECUTABLE, StandardCharsets.ISO_8859_1);

        assertThat(bytes.contains("dev.rechat.local.hosted.HostedServer")).isTrue();
        assertThat(List.of("mariadbd", "DifySimulator", "dev.rechat.testing.database"))
                .noneMatch(bytes::contains);
    }
}
