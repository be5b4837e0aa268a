package dev.rechat.chat.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.dify.DifyParameters;
import dev.rechat.dify.payload.FileUpload;
import dev.rechat.dify.payload.InputControl;
import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.app.App;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An app with what Dify says about how to present it. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppDetail(
        AppId id,
        String slug,
        String name,
        String description,
        String icon,
        String mode,
        @Nullable String openingStatement,
        List<String> suggestedQuestions,
        List<Control> userInputForm,
        Upload fileUpload,
        Features features) {

    public static AppDetail of(App app, DifyParameters parameters) {
        return new AppDetail(
                app.id(),
                app.slug(),
                app.name(),
                app.description(),
                app.icon(),
                app.mode(),
                parameters.openingStatement(),
                parameters.suggestedQuestions(),
                parameters.userInputForm().stream().map(Control::of).toList(),
                Upload.of(parameters.fileUpload()),
                Features.of(parameters, app.showCitations()));
    }

    /** A field of the input form. @param type Dify's name of the control */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Control(
            @Nullable String type,
            @Nullable String label,
            @Nullable String variable,
            boolean required,
            @Nullable JsonNode defaultValue,
            @Nullable Integer maxLength,
            List<String> options,
            @Nullable String description,
            @Nullable String placeholder,
            boolean hidden,
            List<String> allowedFileTypes,
            List<String> allowedFileExtensions) {

        static Control of(InputControl control) {
            return new Control(
                    control.control(),
                    control.label(),
                    control.variable(),
                    Boolean.TRUE.equals(control.required()),
                    control.defaultValue(),
                    control.maxLength(),
                    control.options(),
                    control.description(),
                    control.placeholder(),
                    Boolean.TRUE.equals(control.hide()),
                    control.allowedFileTypes(),
                    control.allowedFileExtensions());
        }
    }

    /** Which files the app accepts. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Upload(
            boolean enabled,
            @Nullable Integer numberLimits,
            List<String> allowedFileTypes,
            List<String> allowedFileExtensions) {

        /** Older apps know images only. */
        static Upload of(FileUpload upload) {
            FileUpload.Image image = upload.image();
            if (!Boolean.TRUE.equals(upload.enabled()) && image != null && Boolean.TRUE.equals(image.enabled())) {
                return new Upload(true, image.numberLimits(), List.of("image"), List.of());
            }
            return new Upload(
                    Boolean.TRUE.equals(upload.enabled()),
                    upload.numberLimits(),
                    upload.allowedFileTypes(),
                    upload.allowedFileExtensions());
        }
    }

    /** What else the app can do, and people are shown. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record Features(
            boolean suggestedQuestionsAfterAnswer, boolean speechToText, boolean textToSpeech, boolean citations) {

        static Features of(DifyParameters parameters, boolean shown) {
            return new Features(
                    parameters.suggestedQuestionsAfterAnswer().enabled(),
                    parameters.speechToText().enabled(),
                    parameters.textToSpeech().enabled(),
                    shown && parameters.retrieverResource().enabled());
        }
    }
}
