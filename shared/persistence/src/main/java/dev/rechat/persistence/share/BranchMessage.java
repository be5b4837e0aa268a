package dev.rechat.persistence.share;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.database.IdColumn;
import dev.rechat.persistence.turn.TurnStatus;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** What there is to know of a message on the way to the first one, before its text is read. */
@Introspected
public record BranchMessage(
        @IdColumn MessageId id, @Nullable @IdColumn MessageId parentId, TurnStatus status) {}
