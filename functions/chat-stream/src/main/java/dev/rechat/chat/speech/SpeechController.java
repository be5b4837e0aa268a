package dev.rechat.chat.speech;

import dev.rechat.chat.answer.Answers;
import dev.rechat.chat.app.EnabledApps;
import dev.rechat.kernel.account.Permission;
import dev.rechat.persistence.app.App;
import dev.rechat.web.upload.FormData;
import dev.rechat.web.upload.TakesFiles;
import dev.rechat.web.upload.UploadLimit;
import dev.rechat.web.user.CurrentUser;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import jakarta.validation.Valid;
import java.io.InputStream;
import java.util.Set;

/** Speaks instead of typing, listens instead of reading. */
@Controller("/api/v1/chat")
@Secured(Permission.CHAT)
@ExecuteOn(TaskExecutors.BLOCKING)
class SpeechController {

    private static final String MPEG = "audio/mpeg";

    private final EnabledApps apps;
    private final Answers answers;
    private final Speech speech;
    private final UploadLimit limit;

    SpeechController(EnabledApps apps, Answers answers, Speech speech, UploadLimit limit) {
        this.apps = apps;
        this.answers = answers;
        this.speech = speech;
        this.limit = limit;
    }

    /** Takes {@code file} and {@code app_id}; the text is not sent anywhere. */
    @Post(uri = "/speech-to-text", consumes = MediaType.MULTIPART_FORM_DATA)
    @TakesFiles
    Transcript listen(HttpRequest<?> request, CurrentUser user) {
        FormData form = FormData.read(request, limit, Set.of("file", "app_id"));
        App app = apps.require(user.id(), form.field("app_id"));
        return new Transcript(speech.transcribe(user.id(), app, form.file("file")));
    }

    /** An answer as audio, sent while it is made. */
    @Post(uri = "/text-to-speech", produces = MPEG)
    HttpResponse<InputStream> read(CurrentUser user, @Valid @Body ReadOut body) {
        return HttpResponse.ok(speech.read(user.id(), answers.requireAskable(body.messageId(), user.id()))
                        .content())
                .contentType(MediaType.of(MPEG));
    }
}
