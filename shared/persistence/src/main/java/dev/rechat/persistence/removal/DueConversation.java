package dev.rechat.persistence.removal;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;

/** A conversation whose time has come. */
@Introspected
public record DueConversation(
        @IdColumn ConversationId id, @IdColumn UserId userId) {}
