package dev.rechat.dify.payload;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A file in an answer; workflow-side and chat-side events fill different parts.
 *
 * @param id of a workflow-side file
 * @param transferMethod {@code local_file}, {@code remote_url} or {@code tool_file}
 * @param extension with its dot
 * @param size in bytes
 * @param url signed, valid for a few minutes only
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record DifyFile(
        @Nullable String id,
        @Nullable String type,
        @Nullable String transferMethod,
        @Nullable String remoteUrl,
        @Nullable String reference,
        @Nullable String filename,
        @Nullable String extension,
        @Nullable String mimeType,
        @Nullable Long size,
        @Nullable String relatedId,
        @Nullable String uploadFileId,
        @Nullable String url) {}
