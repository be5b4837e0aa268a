package dev.rechat.chat.speech;

import dev.rechat.chat.answer.Answer;
import dev.rechat.chat.app.AppParameters;
import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyAudio;
import dev.rechat.dify.DifyDownload;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyRejectedException;
import dev.rechat.dify.DifyUpload;
import dev.rechat.kernel.error.AppException;
import dev.rechat.kernel.error.DependencyException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.usage.budget.Budgets;
import dev.rechat.web.upload.FormFile;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Has Dify listen and speak, for apps whose author wants that. */
@Singleton
final class Speech {

    private final AppParameters parameters;
    private final DifyTargets targets;
    private final Budgets budgets;
    private final Clock clock;
    private final DifyAudio dify;

    Speech(AppParameters parameters, DifyTargets targets, Budgets budgets, Clock clock, DifyAudio dify) {
        this.parameters = parameters;
        this.targets = targets;
        this.budgets = budgets;
        this.clock = clock;
        this.dify = dify;
    }

    /**
     * @throws AppException when the app or Dify does not take the recording
     * @throws DifyException when Dify cannot be asked
     */
    String transcribe(UserId user, App app, FormFile recording) {
        if (!parameters.of(app).speechToText().enabled()) {
            throw new RefusedException(ErrorCode.APP_UNAVAILABLE, "the app does not take speech");
        }
        String type = AudioTypes.atDify(recording.mediaType())
                .orElseThrow(() -> unsupported("recordings are taken as WAV, MP3, M4A, AMR or MPGA"));
        budgets.requireLeft(user, app.id(), clock.instant());
        String name = recording.name().isEmpty() ? "speech" : recording.name();
        try {
            return dify.transcribe(targets.of(app), user.toString(), new DifyUpload(name, type, recording.content()));
        } catch (DifyRejectedException refused) {
            throw switch (refused.status()) {
                case 413 -> new RefusedException(ErrorCode.PAYLOAD_TOO_LARGE, "the recording is too large for the app");
                case 415 -> unsupported("the app does not take recordings of this type");
                default -> rejected("the app could not write the recording down", refused);
            };
        }
    }

    /**
     * @throws RefusedException when the app does not speak or has nothing to say
     * @throws DifyException when Dify cannot be asked
     */
    DifyDownload read(UserId user, Answer answer) {
        App app = answer.app();
        if (!app.enabled() || !parameters.of(app).textToSpeech().enabled()) {
            throw new RefusedException(ErrorCode.APP_UNAVAILABLE, "the app does not read answers out");
        }
        try {
            return speak(user, answer)
                    .orElseThrow(() -> new RefusedException(ErrorCode.CONFLICT, "there is nothing to read out"));
        } catch (DifyRejectedException refused) {
            throw rejected("the app could not read the answer out", refused);
        }
    }

    /** By its id, so that Dify reads what it has stored; the text where it has no such answer. */
    private Optional<DifyDownload> speak(UserId user, Answer answer) {
        var target = targets.of(answer.app());
        String text = answer.message().content();
        if (text.isBlank()) {
            return Optional.empty();
        }
        budgets.requireLeft(user, answer.app().id(), clock.instant());
        return answer.atDify()
                .flatMap(id -> dify.speakMessage(target, user.toString(), id))
                .or(() -> dify.speak(target, user.toString(), text));
    }

    private static RefusedException unsupported(String why) {
        return new RefusedException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, why);
    }

    private static DependencyException rejected(String what, DifyRejectedException refused) {
        return new DependencyException(ErrorCode.DIFY_REJECTED, what, refused, null);
    }
}
