package dev.rechat.dify.payload;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A button of a {@link HumanInputForm}.
 *
 * @param buttonStyle {@code primary}, {@code default}, {@code accent} or {@code ghost}
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record FormAction(
        @Nullable String id,
        @Nullable String title,
        @Nullable String buttonStyle) {}
