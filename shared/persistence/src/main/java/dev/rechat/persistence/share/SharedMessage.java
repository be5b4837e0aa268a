package dev.rechat.persistence.share;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.database.IdColumn;
import dev.rechat.persistence.turn.TurnStatus;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** A message as a share has it. @param id not to be told to readers */
@Introspected
public record SharedMessage(
        int position, @IdColumn MessageId id, MessageRole role, TurnStatus status, String content, Instant createdAt) {

    /** Without the content: what people write is never logged. */
    @Override
    public String toString() {
        return "SharedMessage[position=" + position + ", id=" + id + "]";
    }
}
