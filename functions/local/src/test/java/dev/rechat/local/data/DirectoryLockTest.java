package dev.rechat.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.local.start.StartProblem;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryLockTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void tellsTheSecondWhoTheFirstIs() throws IOException {
        try (DirectoryLock lock = DirectoryLock.acquire(directory)) {
            lock.announce("http://localhost:8080");

            assertThatThrownBy(() -> DirectoryLock.acquire(directory))
                    .isInstanceOf(StartProblem.class)
                    .hasMessageContainingAll(
                            directory.toString(),
                            "process " + ProcessHandle.current().pid() + " at http://localhost:8080",
                            "--data-dir");
        }
    }

    @Test
    void isFreeWhenTheFirstHasEnded() throws IOException {
        DirectoryLock.acquire(directory).close();

        try (DirectoryLock second = DirectoryLock.acquire(directory)) {
            assertThat(second).isNotNull();
        }
    }

    @Test
    void forgetsTheOwnerBefore() throws IOException {
        try (DirectoryLock first = DirectoryLock.acquire(directory)) {
            first.announce("http://localhost:18999");
        }

        try (DirectoryLock second = DirectoryLock.acquire(directory)) {
            assertThat(second).isNotNull();
            assertThatThrownBy(() -> DirectoryLock.acquire(directory)).hasMessageNotContaining("18999");
        }
    }
}
