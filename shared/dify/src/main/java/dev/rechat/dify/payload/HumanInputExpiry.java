package dev.rechat.dify.payload;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What {@code human_input_form_timeout} tells.
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record HumanInputExpiry(
        @Nullable String nodeId,
        @Nullable String nodeTitle,

        @Serdeable.Deserializable(using = EpochSeconds.class) @Nullable
        Instant expirationTime) {}
