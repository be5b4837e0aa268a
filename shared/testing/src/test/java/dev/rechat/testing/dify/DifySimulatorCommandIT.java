package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

@Timeout(60)
class DifySimulatorCommandIT {

    @Test
    void servesUntilInterrupted() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DifySimulatorCommand.class.getName(),
                        "--port",
                        "0",
                        "--variant",
                        "legacy",
                        "--pace",
                        "0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = program.inputReader(StandardCharsets.UTF_8);
                HttpClient http = HttpClient.newHttpClient()) {
            String first = output.readLine();
            assertThat(first)
                    .startsWith("Dify simulator (LEGACY) at http://127.0.0.1:")
                    .endsWith("/v1");
            for (SimulatedApp app : DemoApps.all()) {
                assertThat(output.readLine()).contains(app.mode().wireName(), app.key());
            }
            URI uri = URI.create(first.substring(first.indexOf("http")) + "/");
            assertThat(http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                            .body())
                    .contains("\"server_version\": \"1.12.1\"");

            program.destroy();

            assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void saysThatThePortIsTaken() {
        try (DifySimulator other = DifySimulator.start()) {
            StringWriter errors = new StringWriter();
            CommandLine line = DifySimulatorCommand.commandLine().setErr(new PrintWriter(errors));

            int code = line.execute("--port", String.valueOf(other.uri().getPort()));

            assertThat(code).isEqualTo(1);
            assertThat(errors.toString()).contains("Cannot listen on 127.0.0.1:", "--port 0");
        }
    }

    @Test
    void helpNamesOptionsAndMagicWords() {
        StringWriter help = new StringWriter();
        CommandLine line = DifySimulatorCommand.commandLine().setOut(new PrintWriter(help));

        int code = line.execute("--help");

        assertThat(code).isZero();
        assertThat(help.toString()).contains("--port", "--variant", "--pace", "!error", "!long");
    }
}
