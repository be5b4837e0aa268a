package dev.rechat.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.benchmarks.paced.Stamp;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StampScannerTest {

    private static final String STREAM =
            ": keep-alive\n\nid: 2\nevent: delta\ndata: {\"text\":\"" + Stamp.of(0, 1_763_715_714_123_456L)
                    + "\"}\n\nid: 3\nevent: delta\ndata: {\"text\":\"" + Stamp.of(1, 1_763_715_714_173_456L)
                    + "\"}\n\nid: 4\nevent: done\ndata: {}\n\n";

    private final List<String> found = new ArrayList<>();
    private int frames;

    private final StampScanner scanner = new StampScanner("event: done", new StampScanner.Findings() {
        @Override
        public void stamp(int number, long micros) {
            found.add(Stamp.of(number, micros));
        }

        @Override
        public void frame() {
            frames++;
        }
    });

    private void scan(String text) {
        scanner.scan(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void findsStampsHoweverTheBytesAreCut(int size) {
        for (int from = 0; from < STREAM.length(); from += size) {
            scan(STREAM.substring(from, Math.min(STREAM.length(), from + size)));
        }

        assertThat(found).containsExactly("@0:1763715714123456;", "@1:1763715714173456;");
        assertThat(frames).isEqualTo(4);
        assertThat(scanner.ended()).isTrue();
    }

    @Test
    void takesNoOtherTextForAStamp() {
        scan("mail ada@example.org or @12 or @1:2 or @:; or @1;2:");

        assertThat(found).isEmpty();
        assertThat(scanner.ended()).isFalse();
    }
}
