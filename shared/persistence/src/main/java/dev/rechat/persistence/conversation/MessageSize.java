package dev.rechat.persistence.conversation;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;

/** How much there is to read of a message, before it is read. */
@Introspected
public record MessageSize(@IdColumn MessageId id, long bytes) {}
