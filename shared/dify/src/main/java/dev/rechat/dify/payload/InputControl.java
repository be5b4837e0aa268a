package dev.rechat.dify.payload;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of an app's input form.
 *
 * @param control what kind of field: {@code text-input}, {@code paragraph}, {@code select}, {@code number},
 *     {@code checkbox}, {@code file}, {@code file-list}, {@code json_object}, {@code external_data_tool}; empty only
 *     when Dify names none
 * @param variable the key of its value in the inputs
 * @param maxLength characters, or files in a {@code file-list}
 * @param options of a {@code select}
 * @param hide whether the field is to be kept from the user
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record InputControl(
        @Nullable String control,
        @Nullable String label,
        @Nullable String variable,
        @Nullable Boolean required,

        @JsonProperty("default") @Nullable JsonNode defaultValue,

        @Nullable Integer maxLength,
        List<String> options,
        @Nullable String description,
        @Nullable Boolean hide,
        @Nullable String placeholder,
        List<String> allowedFileTypes,
        List<String> allowedFileExtensions,
        List<String> allowedFileUploadMethods,
        @Nullable JsonNode jsonSchema) {

    public InputControl {
        defaultValue = Present.node(defaultValue);
        options = Present.list(options);
        allowedFileTypes = Present.list(allowedFileTypes);
        allowedFileExtensions = Present.list(allowedFileExtensions);
        allowedFileUploadMethods = Present.list(allowedFileUploadMethods);
        jsonSchema = Present.node(jsonSchema);
    }

    /** The same field as a control of that kind, which Dify writes around the field and not into it. */
    public InputControl as(String kind) {
        return new InputControl(
                kind,
                label,
                variable,
                required,
                defaultValue,
                maxLength,
                options,
                description,
                hide,
                placeholder,
                allowedFileTypes,
                allowedFileExtensions,
                allowedFileUploadMethods,
                jsonSchema);
    }
}
