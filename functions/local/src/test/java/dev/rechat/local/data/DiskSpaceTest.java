package dev.rechat.local.data;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.local.start.StartProblem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class DiskSpaceTest {

    private static final Path DIRECTORY = Path.of("/somewhere/.rechat");

    @Test
    void refusesAFirstStartWithoutAGigabyte() {
        var disk = new DiskSpace(directory -> 999_000_000);

        assertThatThrownBy(() -> disk.require(DIRECTORY, true))
                .isInstanceOf(StartProblem.class)
                .hasMessageContainingAll("/somewhere/.rechat", "999 MB are free", "needs 1000 MB", "--data-dir");
    }

    @Test
    void admitsAFirstStartWithAGigabyte() {
        var disk = new DiskSpace(directory -> 1_000_000_000);

        assertThatCode(() -> disk.require(DIRECTORY, true)).doesNotThrowAnyException();
    }

    @Test
    void needsLessForALaterStart() {
        assertThatCode(() -> new DiskSpace(directory -> 200_000_000).require(DIRECTORY, false))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new DiskSpace(directory -> 199_000_000).require(DIRECTORY, false))
                .hasMessageContaining("needs 200 MB");
    }
}
