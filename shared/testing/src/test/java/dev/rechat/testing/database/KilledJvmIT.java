package dev.rechat.testing.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KilledJvmIT {

    @TempDir
    Path temporary;

    @SuppressWarnings("UnusedMethod") // JUnit calls it
    static Stream<Consumer<Process>> waysToEnd() {
        return Stream.of(Process::destroy, Process::destroyForcibly);
    }

    @ParameterizedTest
    @MethodSource("waysToEnd")
    @Timeout(120)
    void leavesNeitherServerNorFiles(Consumer<Process> end) throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseProgram.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<ProcessHandle> servers;
        try (BufferedReader output = program.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).startsWith("jdbc:mysql://127.0.0.1:");
            servers = program.descendants().toList();
            assertThat(servers).isNotEmpty();

            end.accept(program);

            program.waitFor();
        }
        for (ProcessHandle server : servers) {
            server.onExit().get(30, SECONDS);
        }
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("rechat-db-")))
                    .isEmpty();
        }
    }
}
