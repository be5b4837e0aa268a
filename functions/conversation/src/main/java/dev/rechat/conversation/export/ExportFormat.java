package dev.rechat.conversation.export;

import dev.rechat.kernel.error.ValidationException;
import org.jspecify.annotations.Nullable;

/** What a document can be. */
enum ExportFormat {
    JSON("json", "application/json"),
    MARKDOWN("md", "text/markdown; charset=utf-8");

    final String extension;
    final String mediaType;

    ExportFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** @throws ValidationException when there is no such format */
    static ExportFormat of(@Nullable String name) {
        return switch (name) {
            case null -> JSON;
            case "json" -> JSON;
            case "markdown" -> MARKDOWN;
            default -> throw new ValidationException("format", "invalid", "must be json or markdown");
        };
    }
}
