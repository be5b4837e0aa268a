package dev.rechat.dify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** The body of a rating; a null rating must be written, for it takes the rating back. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
record RatingBody(@Nullable String rating, @Nullable String content, String user) {}
