package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rechat.testing.http.Exchange;
import dev.rechat.testing.http.Multipart;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Speech to text and back, without a model: a recording says its own length, a reading is a tone as long as the text. */
final class AudioRoutes {

    private static final long MAX_BYTES = 30L * 1024 * 1024;

    /** Names of kinds where media types are expected: audio/mpeg and audio/webm are refused, as by Dify. */
    private static final Set<String> TYPES = Set.of("audio/mp3", "audio/m4a", "audio/wav", "audio/amr", "audio/mpga");

    /** MP3 of a second, which may stand after itself. */
    private static final byte[] TONE = Resource.bytes("tone.mp3");

    private static final int CHARACTERS_A_TONE = 20;
    private static final int MOST_TONES = 30;
    private static final int PIECE = 1024;

    private AudioRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.post("/audio-to-text", AudioRoutes::transcribe),
                Route.post("/text-to-audio", AudioRoutes::speak));
    }

    private static void transcribe(Call call) {
        requireSpeech(call, "Speech to text is not enabled");
        if (!call.request().header("content-type").orElse("").startsWith("multipart/form-data")) {
            throw noFile();
        }
        Multipart.Part part = Multipart.parse(call.request()).files().stream()
                .filter(file -> file.name().equals("file"))
                .findFirst()
                .orElseThrow(AudioRoutes::noFile);
        if (!TYPES.contains(part.contentType())) {
            throw new DifyError(415, "unsupported_audio_type", "Audio type not allowed.");
        }
        if (part.bytes().length > MAX_BYTES) {
            throw new DifyError(413, "audio_too_large", "Audio size larger than 30 mb");
        }
        call.answer(200, Json.object().put("text", "A recording of " + part.bytes().length + " bytes."));
    }

    private static DifyError noFile() {
        return new DifyError(
                400, "bad_request", "The browser (or proxy) sent a request that this server could not understand.");
    }

    private static void speak(Call call) {
        ObjectNode body = call.json();
        requireSpeech(call, "TTS is not enabled");
        String message = Call.text(body, "message_id");
        String text = message.isEmpty()
                ? Call.text(body, "text")
                : call.state().messages().find(message).map(Message::answer).orElse("");
        if (text.isEmpty()) {
            call.answer(200, "application/json", "null\n");
            return;
        }
        read(call.exchange(), Math.min(MOST_TONES, 1 + text.length() / CHARACTERS_A_TONE));
    }

    private static void read(Exchange exchange, int tones) {
        exchange.open(200, Map.of("Content-Type", "audio/mpeg"));
        for (int tone = 0; tone < tones; tone++) {
            for (int from = 0; from < TONE.length; from += PIECE) {
                exchange.chunk(Arrays.copyOfRange(TONE, from, Math.min(TONE.length, from + PIECE)));
            }
        }
        exchange.finish();
    }

    private static void requireSpeech(Call call, String refusal) {
        if (!call.app().speech()) {
            throw DifyError.invalidParameter(refusal);
        }
    }
}
