package dev.rechat.dify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micronaut.serde.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class HttpDifyStreamTest {

    private static final ObjectMapper.CloseableObjectMapper MAPPER =
            ObjectMapper.create(Map.of(), "dev.rechat.dify.payload");
    private static final DifyEventReader EVENTS = new DifyEventReader(new Json(MAPPER));

    @AfterAll
    static void closeMapper() {
        MAPPER.close();
    }

    @ParameterizedTest
    @EnumSource
    void readsTranscriptInOnePiece(StreamTranscript transcript) {
        verify(transcript, List.of(transcript.bytes()));
    }

    @ParameterizedTest
    @EnumSource
    void readsTranscriptCutInTwoAtAnyByte(StreamTranscript transcript) {
        byte[] bytes = transcript.bytes();
        for (int cut = 0; cut <= bytes.length; cut++) {
            verify(
                    transcript,
                    List.of(Arrays.copyOfRange(bytes, 0, cut), Arrays.copyOfRange(bytes, cut, bytes.length)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsTranscriptByteByByte(StreamTranscript transcript) {
        List<byte[]> pieces = new ArrayList<>();
        for (byte b : transcript.bytes()) {
            pieces.add(new byte[] {b});
        }

        verify(transcript, pieces);
    }

    @Test
    void silenceLongerThanIdleIsATimeoutThatReleasesTheConnection() {
        Feed feed = Feed.of(List.of(), StreamTranscript.End.ENDLESS);
        DifyStream stream = stream(feed, StreamProgress.Kind.MESSAGE, Duration.ofMillis(20), Duration.ZERO);

        assertThatThrownBy(stream::next)
                .isInstanceOfSatisfying(
                        DifyTimeoutException.class,
                        e -> assertThat(e.phase()).isEqualTo(DifyTimeoutException.Phase.IDLE));
        assertThat(feed.cancelled()).isTrue();
    }

    @Test
    void silenceAfterTheOutcomeIsKnownIsAnOrderlyEnd() {
        StreamTranscript known = StreamTranscript.CHATFLOW_CUT_AFTER_ITS_ANSWER_WAS_COMPLETE;
        Feed feed = Feed.of(List.of(known.bytes()), StreamTranscript.End.ENDLESS);

        List<DifyEvent> events = Clients.drain(stream(feed, known.kind(), Duration.ofMillis(20), Duration.ZERO));

        assertThat(events).map(Outline::of).isEqualTo(known.outline());
        assertThat(feed.cancelled()).isTrue();
    }

    @Test
    void audioIsWaitedForWhenConfiguredSo() {
        Feed feed = Feed.of(
                List.of(
                        "data: {\"event\":\"message_end\"}\n\n".getBytes(UTF_8),
                        "data: {\"event\":\"tts_message\",\"audio\":\"YQ==\"}\n\n".getBytes(UTF_8),
                        "data: {\"event\":\"tts_message_end\"}\n\n".getBytes(UTF_8)),
                StreamTranscript.End.ENDLESS);

        List<DifyEvent> events = Clients.drain(
                stream(feed, StreamProgress.Kind.MESSAGE, Duration.ofSeconds(60), Duration.ofSeconds(30)));

        assertThat(events).map(Outline::of).containsExactly("message end", "audio YQ==", "audio end");
    }

    @Test
    void closeFromAnotherThreadEndsABlockedRead() throws InterruptedException {
        Feed feed = Feed.of(List.of(), StreamTranscript.End.ENDLESS);
        DifyStream stream = stream(feed, StreamProgress.Kind.MESSAGE, Duration.ofSeconds(60), Duration.ZERO);
        List<@Nullable DifyEvent> seen = new ArrayList<>();
        Thread reader = Thread.ofVirtual().start(() -> seen.add(stream.next()));

        stream.close();
        reader.join();

        assertThat(seen).containsExactly((DifyEvent) null);
        assertThat(feed.cancelled()).isTrue();
    }

    @Test
    void interruptReleasesTheConnectionAndIsKept() {
        Feed feed = Feed.of(List.of(), StreamTranscript.End.ENDLESS);
        DifyStream stream = stream(feed, StreamProgress.Kind.MESSAGE, Duration.ofSeconds(60), Duration.ZERO);
        Thread.currentThread().interrupt();

        Throwable thrown = catchThrowable(stream::next);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown).isInstanceOf(CancellationException.class);
        assertThat(feed.cancelled()).isTrue();
    }

    private static void verify(StreamTranscript transcript, List<byte[]> pieces) {
        Feed feed = Feed.of(pieces, transcript.end());
        DifyStream stream = stream(feed, transcript.kind(), Duration.ofSeconds(60), Duration.ZERO);
        List<String> outline = new ArrayList<>();

        Throwable thrown = catchThrowable(() -> {
            for (DifyEvent event = stream.next(); event != null; event = stream.next()) {
                outline.add(Outline.of(event));
            }
        });

        assertThat(outline).isEqualTo(transcript.outline());
        switch (transcript.end()) {
            case ENDLESS, CLOSED, RESET -> assertThat(thrown).isNull();
            case CUT, CUT_BY_RESET -> assertThat(thrown).isInstanceOf(DifyStreamCutException.class);
            case MALFORMED ->
                assertThat(thrown)
                        .isInstanceOf(DifyProtocolException.class)
                        .isNotInstanceOf(DifyStreamCutException.class);
        }
        assertThat(feed.cancelled()).isTrue();
    }

    private static DifyStream stream(Feed feed, StreamProgress.Kind kind, Duration idle, Duration audioTail) {
        DifyClientConfiguration usual = DifyClientConfiguration.defaults();
        DifyClientConfiguration limits = new DifyClientConfiguration(
                usual.connect(), usual.firstByte(), idle, usual.total(), audioTail, 512, 512, 1, 1, 0);
        return new HttpDifyStream(
                feed.queue(), EVENTS, new StreamProgress(kind, audioTail.isPositive()), limits, _ -> {});
    }
}
