package dev.rechat.dify;

import dev.rechat.dify.payload.FileUpload;
import dev.rechat.dify.payload.InputControl;
import dev.rechat.dify.payload.SystemParameters;
import dev.rechat.dify.payload.Toggle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /parameters} tells: how the app wants to be presented.
 *
 * @param openingStatement what the app says first, null when nothing
 * @param textToSpeech with {@code autoPlay} {@code enabled}, streams carry audio
 * @param userInputForm the values the app wants as {@link DifyRequest#inputs()}
 */
public record DifyParameters(
        @Nullable String openingStatement,
        List<String> suggestedQuestions,
        Toggle suggestedQuestionsAfterAnswer,
        Toggle speechToText,
        Toggle textToSpeech,
        Toggle retrieverResource,
        Toggle annotationReply,
        Toggle moreLikeThis,
        Toggle sensitiveWordAvoidance,
        List<InputControl> userInputForm,
        FileUpload fileUpload,
        SystemParameters systemParameters) {

    public DifyParameters {
        suggestedQuestions = List.copyOf(suggestedQuestions);
        userInputForm = List.copyOf(userInputForm);
    }
}
