package dev.rechat.dify.payload;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files an app accepts.
 *
 * @param enabled null or false: none, unless {@code image} says otherwise
 * @param numberLimits most files per message
 * @param image the older setting, for images alone
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record FileUpload(
        @Nullable Boolean enabled,
        List<String> allowedFileTypes,
        List<String> allowedFileExtensions,
        List<String> allowedFileUploadMethods,
        @Nullable Integer numberLimits,
        @Nullable Image image) {

    public FileUpload {
        allowedFileTypes = Present.list(allowedFileTypes);
        allowedFileExtensions = Present.list(allowedFileExtensions);
        allowedFileUploadMethods = Present.list(allowedFileUploadMethods);
    }

    /** Which images an app accepts. */
    @Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
    public record Image(
            @Nullable Boolean enabled,
            @Nullable Integer numberLimits,
            @Nullable String detail,
            List<String> transferMethods) {
        public Image {
            transferMethods = Present.list(transferMethods);
        }
    }
}
