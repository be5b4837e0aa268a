package dev.rechat.dify.payload;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Limits of the Dify installation: sizes in megabytes, {@code workflowFileUploadLimit} a number of files.
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record SystemParameters(
        @Nullable Integer imageFileSizeLimit,
        @Nullable Integer videoFileSizeLimit,
        @Nullable Integer audioFileSizeLimit,
        @Nullable Integer fileSizeLimit,
        @Nullable Integer workflowFileUploadLimit) {}
