package dev.rechat.dify.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SseReaderTest {

    private static final int LIMIT = 1024;

    @ParameterizedTest
    @EnumSource
    void readsTranscriptInOnePiece(Transcript transcript) {
        assertThat(read(List.of(transcript.bytes()))).isEqualTo(transcript.frames());
    }

    @ParameterizedTest
    @EnumSource
    void readsTranscriptCutInTwoAtAnyByte(Transcript transcript) {
        byte[] bytes = transcript.bytes();
        for (int cut = 0; cut <= bytes.length; cut++) {
            List<byte[]> pieces =
                    List.of(Arrays.copyOfRange(bytes, 0, cut), Arrays.copyOfRange(bytes, cut, bytes.length));

            assertThat(read(pieces)).as("cut at %d", cut).isEqualTo(transcript.frames());
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsTranscriptByteByByte(Transcript transcript) {
        List<byte[]> pieces = new ArrayList<>();
        for (byte b : transcript.bytes()) {
            pieces.add(new byte[] {b});
        }

        assertThat(read(pieces)).isEqualTo(transcript.frames());
    }

    @Test
    void givesFrameAsSoonAsItsBlankLineIsThere() {
        SseReader reader = new SseReader(LIMIT, LIMIT);

        reader.feed(bytes("data: a\r\n\r"));

        assertThat(reader.next()).isEqualTo(new SseFrame.Event("message", "a", ""));
    }

    @Test
    void keepsReconnectionTimeAndLastEventId() {
        SseReader reader = new SseReader(LIMIT, LIMIT);
        reader.feed(bytes("id: 7\nretry: 1500\n\nretry: soon\nid: \0\n\n"));

        assertThat(reader.next()).isNull();

        assertThat(reader.lastEventId()).isEqualTo("7");
        assertThat(reader.reconnectionTime()).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void acceptsLineAndEventOfExactlyTheLimit() {
        SseReader reader = new SseReader(9, 7);

        assertThat(read(reader, List.of(bytes("data: abc\ndata: def\n\n"))))
                .containsExactly(new SseFrame.Event("message", "abc\ndef", ""));
    }

    @Test
    void refusesLineOverTheLimitBeforeItsEndHasCome() {
        SseReader reader = new SseReader(9, LIMIT);
        reader.feed(bytes("data:"));
        assertThat(reader.next()).isNull();
        reader.feed(bytes("abcde"));

        assertThatThrownBy(reader::next)
                .isInstanceOf(SseLimitException.class)
                .hasMessage("server-sent line is larger than 9 bytes");
    }

    @Test
    void refusesEventOverTheLimitMadeOfSmallLines() {
        SseReader reader = new SseReader(LIMIT, 6);
        reader.feed(bytes("data: abc\ndata: def\n\n"));

        assertThatThrownBy(reader::next)
                .isInstanceOf(SseLimitException.class)
                .hasMessage("server-sent event is larger than 6 bytes");
    }

    @Test
    void refusesChunkWhileFramesOfTheOneBeforeAreLeft() {
        SseReader reader = new SseReader(LIMIT, LIMIT);
        reader.feed(bytes("data: a\n\ndata: b\n\n"));
        reader.next();

        assertThatThrownBy(() -> reader.feed(bytes("data: c\n\n"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readsEventLargerThanItsBuffers() {
        String text = "ä".repeat(100_000);
        SseReader reader = new SseReader(1 << 20, 1 << 20);

        assertThat(read(reader, List.of(bytes("data: " + text + "\n\ndata: small\n\n"))))
                .containsExactly(new SseFrame.Event("message", text, ""), new SseFrame.Event("message", "small", ""));
    }

    private static List<SseFrame> read(List<byte[]> pieces) {
        return read(new SseReader(LIMIT, LIMIT), pieces);
    }

    private static List<SseFrame> read(SseReader reader, List<byte[]> pieces) {
        List<SseFrame> frames = new ArrayList<>();
        for (byte[] piece : pieces) {
            reader.feed(piece);
            for (SseFrame frame = reader.next(); frame != null; frame = reader.next()) {
                frames.add(frame);
            }
        }
        return frames;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
