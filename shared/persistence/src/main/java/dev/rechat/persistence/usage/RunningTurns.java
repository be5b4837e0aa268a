package dev.rechat.persistence.usage;

import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/**
 * What is being answered in one app at this moment.
 *
 * @param abandoned those whose producer has not been heard of for longer than its lease: whoever comes by settles them
 */
@Introspected
public record RunningTurns(@IdColumn AppId appId, long turns, long people, long abandoned, Instant oldest) {}
