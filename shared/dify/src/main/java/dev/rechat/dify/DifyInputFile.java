package dev.rechat.dify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A file sent along with a request; made by {@link #uploaded} or {@link #remote}.
 *
 * @param type {@code image}, {@code document}, {@code audio}, {@code video} or {@code custom}
 * @param transferMethod {@code local_file} or {@code remote_url}
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DifyInputFile(
        String type,
        String transferMethod,
        @Nullable String uploadFileId,
        @Nullable String url) {

    /** A file that the same user has uploaded to Dify. */
    public static DifyInputFile uploaded(String type, String uploadFileId) {
        return new DifyInputFile(type, "local_file", uploadFileId, null);
    }

    /** A file that Dify fetches itself. */
    public static DifyInputFile remote(String type, String url) {
        return new DifyInputFile(type, "remote_url", null, url);
    }
}
