package dev.rechat.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.local.doctor.report.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/dify.md explains every code that the doctor has, and no other. */
final class DoctorDocumentTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ((?:`[a-z0-9_]+`(?:, )?)+) \\|");
    private static final Pattern NAME = Pattern.compile("`([a-z0-9_]+)`");

    @Test
    void explainsEveryCode() throws IOException {
        String document = Files.readString(Path.of("..", "..", "docs", "dify.md"));
        String codes = document.substring(document.indexOf("\n## What the doctor says"));
        Set<String> explained = ROW.matcher(codes)
                .results()
                .flatMap(row -> NAME.matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(explained)
                .isEqualTo(Arrays.stream(Code.values())
                        .map(Code::wireName)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
