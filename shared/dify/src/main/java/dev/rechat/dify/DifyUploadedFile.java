package dev.rechat.dify;

import org.jspecify.annotations.Nullable;

/**
 * A file as Dify has taken it.
 *
 * @param id for {@link DifyInputFile#uploaded}
 * @param name as Dify keeps it, which cuts long ones
 * @param size in bytes
 * @param extension without its dot, empty for none
 */
public record DifyUploadedFile(
        String id,
        String name,
        long size,
        String extension,
        @Nullable String mediaType) {}
