package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioIT {

    @AutoClose
    private final DifySimulator simulator = DifySimulator.start();

    @AutoClose
    private final TestClient chat = new TestClient(simulator, DemoApps.CHAT_KEY);

    @AutoClose
    private final TestClient mute = new TestClient(simulator, DemoApps.WORKFLOW_KEY);

    @ParameterizedTest
    @CsvSource({
        "audio/wav,  200, A recording of 3 bytes.",
        "audio/mp3,  200, A recording of 3 bytes.",
        "audio/mpeg, 415, unsupported_audio_type",
        "audio/webm, 415, unsupported_audio_type"
    })
    void takesTheMediaTypesThatDifyTakes(String type, int status, String told) throws Exception {
        HttpResponse<String> answer = record(chat, "file", type);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(told);
    }

    @Test
    void wantsARecording() throws Exception {
        assertThat(record(chat, "other", "audio/wav").body()).contains("bad_request");
    }

    @Test
    void readsTheTextOutInPieces() throws Exception {
        HttpResponse<String> answer =
                chat.post("/text-to-audio", Json.object().put("text", "hello").put("user", "u1"));
        HttpResponse<String> longer = chat.post("/text-to-audio", Json.object().put("text", "hello ".repeat(9)));

        assertThat(answer.headers().firstValue("content-type")).contains("audio/mpeg");
        assertThat(answer.headers().firstValue("transfer-encoding")).contains("chunked");
        assertThat(longer.body())
                .startsWith(answer.body())
                .hasSizeGreaterThan(answer.body().length());
    }

    @Test
    void readsInFramesOfMp3() {
        byte[] tone = Resource.bytes("tone.mp3");
        int frames = 0;
        for (int at = 0; at < tone.length; frames++) {
            assertThat(tone[at] & 0xff).isEqualTo(0xff);
            assertThat(tone[at + 1] & 0xfe).as("MPEG 2, layer III").isEqualTo(0xf2);
            boolean padded = (tone[at + 2] & 2) != 0;
            at += 72 * 24_000 / 16_000 + (padded ? 1 : 0);
        }
        assertThat(frames).isGreaterThan(30);
    }

    @Test
    void prefersTheMessageAndSaysNothingForAnUnknownOne() throws Exception {
        HttpResponse<String> answer = chat.post(
                "/text-to-audio", Json.object().put("message_id", "unknown").put("text", "hello"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("null\n");
    }

    @Test
    void refusesWhereTheAuthorHasNotSwitchedItOn() throws Exception {
        assertThat(record(mute, "file", "audio/wav").body()).contains("invalid_param");
        assertThat(mute.post("/text-to-audio", Json.object().put("text", "hello"))
                        .body())
                .contains("invalid_param");
    }

    private static HttpResponse<String> record(TestClient client, String part, String type) throws Exception {
        return client.send(client.to("/audio-to-text")
                .setHeader("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"" + part
                        + "\"; filename=\"a.wav\"\r\nContent-Type: " + type + "\r\n\r\nabc\r\n--b--\r\n")));
    }
}
