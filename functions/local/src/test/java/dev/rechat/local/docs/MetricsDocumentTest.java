package dev.rechat.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.log.LogField;
import dev.rechat.kernel.signal.MetricName;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** docs/observability.md tells of every metric and every field, and of no other. */
class MetricsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "..", "docs", "observability.md");

    @Test
    void everyMetricIsDocumentedAsItIs() throws IOException {
        List<String> documented = lines().stream()
                .map(line -> line.split(" \\| "))
                .filter(cells -> cells.length == 5 && cells[0].startsWith("| `rechat."))
                .map(cells -> String.join(" | ", List.of(cells).subList(0, 4)))
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(Arrays.stream(MetricName.values())
                        .map(MetricsDocumentTest::row)
                        .toList());
    }

    @Test
    void everyFieldOfLogLinesIsDocumented() throws IOException, IllegalAccessException {
        String document = String.join("\n", lines());
        for (Field field : LogField.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                assertThat(document).contains("`" + field.get(null) + "`");
            }
        }
    }

    private static String row(MetricName name) {
        return "| `%s` | %s | %s | %s"
                .formatted(
                        name.text(),
                        name.kind().name().toLowerCase(Locale.ROOT),
                        name.kind().unit(),
                        name.tag().map(tag -> "`" + tag + "`").orElse("–"));
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(DOCUMENT);
    }
}
