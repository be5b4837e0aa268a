package dev.rechat.dify;

import static dev.rechat.dify.Features.USER;
import static dev.rechat.dify.Features.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Speech in and out. */
@Timeout(60)
class DifyAudioIT {

    @AutoClose
    private final Features dify = new Features();

    @AutoClose
    private final DifySimulator simulator = DifySimulator.start();

    private final DifyApp app = new DifyApp(simulator.uri(), new DifyApiKey(DemoApps.CHAT_KEY));
    private final DifyApp mute = new DifyApp(simulator.uri(), new DifyApiKey(DemoApps.COMPLETION_KEY));

    @Test
    void writesDownWhatIsSaid() {
        assertThat(dify.audio.transcribe(app, USER, upload("speech.wav", "audio/wav", "12345")))
                .isEqualTo("A recording of 5 bytes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audio/mpeg", "audio/webm", "text/plain"})
    void tellsAMediaTypeThatDifyDoesNotTake(String mediaType) {
        DifyRejectedException refusal = catchThrowableOfType(
                DifyRejectedException.class,
                () -> dify.audio.transcribe(app, USER, upload("speech.mp3", mediaType, "1")));

        assertThat(refusal.status()).isEqualTo(415);
        assertThat(refusal.code()).isEqualTo("unsupported_audio_type");
    }

    @Test
    void readsATextOut() throws IOException {
        try (DifyDownload audio =
                dify.audio.speak(app, USER, "read this ".repeat(50)).orElseThrow()) {
            assertThat(audio.mediaType()).isEqualTo("audio/mpeg");
            assertThat(audio.length()).isEmpty();
            assertThat(audio.content().readAllBytes()).startsWith(0xff, 0xf3).hasSizeGreaterThan(50_000);
        }
    }

    @Test
    void hasNothingToSayForAnUnknownMessage() {
        assertThat(dify.audio.speakMessage(app, USER, "0192e4a0-0000-7000-8000-000000000000"))
                .isEmpty();
    }

    @Test
    void tellsThatAnAppDoesNotSpeak() {
        assertThatThrownBy(() -> dify.audio.speak(mute, USER, "hi")).isInstanceOf(DifyRejectedException.class);
        assertThatThrownBy(() -> dify.audio.transcribe(mute, USER, upload("a.wav", "audio/wav", "1")))
                .isInstanceOf(DifyRejectedException.class);
    }

    @Test
    void takesNoPageForAudio() {
        try (WireServer server = WireServer.answering(200, "text/html", "<html>")) {
            assertThatThrownBy(() -> dify.audio.speak(server.app(), USER, "hi"))
                    .isExactlyInstanceOf(DifyProtocolException.class);
        }
    }

    @Test
    void tellsAudioThatBreaksOff() {
        try (WireServer server = new WireServer((request, wire) -> {
                    wire.send("HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\nTransfer-Encoding: chunked\r\n\r\n");
                    wire.chunk("half");
                    wire.close();
                });
                DifyDownload audio = dify.audio.speak(server.app(), USER, "hi").orElseThrow()) {
            assertThatThrownBy(() -> audio.content().readAllBytes())
                    .isInstanceOf(IOException.class)
                    .hasCauseInstanceOf(DifyProtocolException.class);
        }
    }
}
