package dev.rechat.web.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.web.download.PulledDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvDocumentTest {

    private final List<@Nullable Integer> asked = new ArrayList<>();

    @Test
    void writesHeaderAndRowsOfAllPages() throws IOException {
        assertThat(text(document(5))).isEqualTo("number,word\r\n0,n0\r\n1,n1\r\n2,n2\r\n3,n3\r\n4,n4\r\n");
        assertThat(asked).containsExactly(null, 1, 3, 4);
    }

    @Test
    void writesTheHeaderOfAnEmptyTable() throws IOException {
        assertThat(text(document(0))).isEqualTo("number,word\r\n");
    }

    @Test
    void readsNoPageBeforeTheOneBeforeWasTaken() throws IOException {
        var read = new PulledDocument(document(5), () -> {});

        read.readNBytes("number,word\r\n".length());

        assertThat(asked).isEmpty();
        read.readNBytes(1);
        assertThat(asked).containsExactly((Integer) null);
    }

    @Test
    void quotesWhatWouldBreakALineAndGuardsFormulas() throws IOException {
        var document = new CsvDocument<String>(
                List.of("text"),
                last -> last == null ? List.of("a,\"b\"\nc", "=cmd|' /C calc'!A0") : List.of(),
                List::of);

        assertThat(text(document)).isEqualTo("text\r\n\"a,\"\"b\"\"\nc\"\r\n'=cmd|' /C calc'!A0\r\n");
    }

    @Test
    void breaksOffWhenThePermissionIsGone() {
        var read = new PulledDocument(document(5), () -> {
            if (!asked.isEmpty()) {
                throw new IllegalStateException("gone");
            }
        });

        assertThatThrownBy(read::readAllBytes).isInstanceOf(IOException.class);
    }

    private CsvDocument<Integer> document(int rows) {
        return new CsvDocument<>(
                List.of("number", "word"),
                last -> {
                    asked.add(last);
                    int first = last == null ? 0 : last + 1;
                    return IntStream.range(first, Math.min(first + 2, rows))
                            .boxed()
                            .toList();
                },
                number -> List.of(String.valueOf(number), "n" + number));
    }

    private static String text(CsvDocument<?> document) throws IOException {
        try (var read = new PulledDocument(document, () -> {})) {
            return new String(read.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
