package dev.rechat.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/security.md claims is shown by tests that are there, and it leaves nothing out. */
final class SecurityDocumentTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(Test|IT)|LogsTellNoSecrets)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([6-9])\\.(\\d)\\.\\d+.*$");
    private static final Pattern STATED = Pattern.compile("\\| (met|open|n/a)\\b");

    private static String document() throws IOException {
        return Files.readString(ROOT.resolve("docs/security.md"));
    }

    private static Set<String> classes() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String modules : Set.of("shared", "functions")) {
            try (Stream<Path> files = Files.find(
                    ROOT.resolve(modules),
                    20,
                    (path, attributes) -> path.toString().endsWith(".java"))) {
                files.forEach(file -> names.add(file.getFileName().toString().replace(".java", "")));
            }
        }
        return names;
    }

    @Test
    void everyTestThatItNamesExists() throws IOException {
        Set<String> named = NAMED.matcher(document())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(classes()).containsAll(named);
    }

    @Test
    void everyRequirementIsMetOpenOrDoesNotApply() throws IOException {
        Matcher rows = ROW.matcher(document());
        Set<String> sections = new TreeSet<>();
        while (rows.find()) {
            sections.add(rows.group(1) + "." + rows.group(2));
            assertThat(STATED.matcher(rows.group()).find()).as(rows.group()).isTrue();
        }
        assertThat(sections)
                .contains("6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.8", "7.1", "7.2", "7.3", "7.4", "7.5", "7.6")
                .contains("8.1", "8.2", "8.3", "8.4", "9.1", "9.2");
    }
}
