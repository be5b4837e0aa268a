package dev.rechat.persistence.exchange;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** Where a message stands and how much there is to read of it, before it is read. */
@Introspected
public record MessageOutline(
        @IdColumn MessageId id, @Nullable @IdColumn MessageId parentId, long bytes) {}
