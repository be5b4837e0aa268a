package dev.rechat.dify;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import java.util.Optional;

/** Speech over HTTP. */
final class HttpDifyAudio implements DifyAudio {

    private static final String MPEG = "audio/mpeg";

    private final HttpCalls calls;
    private final Json json;

    HttpDifyAudio(HttpCalls calls, Json json) {
        this.calls = calls;
        this.json = json;
    }

    @Override
    public String transcribe(DifyApp app, String user, DifyUpload recording) {
        byte[] answer = calls.json(
                HttpMethod.POST,
                app,
                Routes.TRANSCRIBE,
                MultipartForm.of(recording, user),
                calls.limits().total());
        return Fields.textOrEmpty(json.parse(answer), "text");
    }

    @Override
    public Optional<DifyDownload> speakMessage(DifyApp app, String user, String messageId) {
        return speak(app, new SpeechBody(messageId, null, user));
    }

    @Override
    public Optional<DifyDownload> speak(DifyApp app, String user, String text) {
        return speak(app, new SpeechBody(null, text, user));
    }

    /** Where there is nothing to say, Dify answers with the JSON value null. */
    private Optional<DifyDownload> speak(DifyApp app, SpeechBody body) {
        HttpAnswer answer = calls.open(
                HttpMethod.POST,
                app,
                Routes.SPEAK,
                MPEG,
                RequestBody.json(json.write(body)),
                calls.limits().total());
        if (answer.contentType().equals(MediaType.APPLICATION_JSON)) {
            answer.body().close();
            return Optional.empty();
        }
        HttpCalls.requireType(answer, MPEG);
        return Optional.of(new DifyDownload(answer, calls.limits()));
    }
}
