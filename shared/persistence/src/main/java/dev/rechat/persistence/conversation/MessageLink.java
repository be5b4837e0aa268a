package dev.rechat.persistence.conversation;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** A message's place in the tree. @param parentId null at the beginning */
@Introspected
public record MessageLink(
        @IdColumn MessageId id, @Nullable @IdColumn MessageId parentId) {}
