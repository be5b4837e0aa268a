package dev.rechat.dify.payload;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A feature of an app.
 *
 * @param autoPlay only of text to speech: {@code enabled} or {@code disabled}
 */
@Serdeable.Deserializable
public record Toggle(
        boolean enabled,
        @Nullable String voice,
        @Nullable String language,
        @Nullable String autoPlay) {

    /** Switched off. */
    public static final Toggle OFF = new Toggle(false, null, null, null);
}
