package dev.rechat.local.hosted;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What is in self-hosting/ fits the server and its documents: nobody runs those files here. */
final class SelfHostingFilesTest {

    private static final Path FILES = Path.of("../../self-hosting");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^(?:# )?((?:RECHAT|DATASOURCES)_[A-Z_]+)[=:]");

    private static String read(String name) throws IOException {
        return Files.readString(FILES.resolve(name));
    }

    private static Map<?, ?> map(Map<?, ?> of, String key) {
        return (Map<?, ?>) requireNonNull(of.get(key), key);
    }

    private static Map<?, ?> services() throws IOException {
        Map<?, ?> compose = new Yaml().load(read("compose.yaml"));
        return map(compose, "services");
    }

    @Test
    void setVariablesThatThereAre() throws IOException {
        String documented = Files.readString(Path.of("../../docs/configuration.md"));
        List<String> ofCompose = map(map(services(), "rechat"), "environment").keySet().stream()
                .map(String::valueOf)
                .toList();
        List<String> ofSystemd = VARIABLE.matcher(read("rechat.env"))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(ofCompose)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(documented).contains("`" + name + "`"));
        assertThat(ofSystemd)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(documented).contains("`" + name + "`"));
    }

    @Test
    void migrateBeforeTheyServe() throws IOException {
        Map<?, ?> rechat = map(services(), "rechat");

        assertThat(map(services(), "migrate").get("command")).isEqualTo(List.of("migrate"));
        assertThat(map(map(rechat, "depends_on"), "migrate").get("condition"))
                .isEqualTo("service_completed_successfully");
    }

    /** That is how long an orderly stop may take, whoever asks for it. */
    @Test
    void giveAStopTheSameTime() throws IOException {
        assertThat(map(services(), "rechat").get("stop_grace_period")).isEqualTo("90s");
        assertThat(read("rechat-server.service")).contains("TimeoutStopSec=90\n", "SuccessExitStatus=143\n");
    }

    @Test
    void useCommandsThatTheServerHas() throws IOException {
        List<String> used = Pattern.compile("(?<![\\w./-])rechat-server ([a-z]+)")
                .matcher(Files.readString(Path.of("../../docs/self-hosting.md")))
                .results()
                .map(MatchResult::group)
                .map(command -> command.substring("rechat-server ".length()))
                .distinct()
                .toList();

        assertThat(HostedServer.commandLine().getSubcommands().keySet())
                .as("each is told of, and nothing else is")
                .containsExactlyInAnyOrderElementsOf(used);
    }
}
