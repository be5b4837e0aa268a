package dev.rechat.benchmarks.cold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CandidateTest {

    // JUnit sets it before each test, which the checker cannot see.
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path checkout;

    @Test
    void takesWhatIsThereAndNamesTheRest() throws IOException {
        Path target = Files.createDirectories(checkout.resolve("functions/chat-stream/target"));
        Files.createFile(target.resolve("bootstrap")).toFile().setExecutable(true);
        Files.createFile(target.resolve("chat-stream.zip"));
        List<String> missing = new ArrayList<>();

        List<Candidate> found = Candidate.in(checkout, missing);

        assertThat(found).singleElement().satisfies(candidate -> {
            assertThat(candidate.title()).isEqualTo("chat-stream, native");
            assertThat(candidate.zip()).isEqualTo(target.resolve("chat-stream.zip"));
        });
        assertThat(missing).contains("hello (native)", "chat-stream (JVM)", "auth (native)", "maintenance (JVM)");
    }
}
