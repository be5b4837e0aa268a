package dev.rechat.persistence.conversation;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;

/** What was told beside an answer. @param details a JSON array, as {@code dev.rechat.turns.detail} makes it */
@Introspected
public record MessageDetails(@IdColumn MessageId id, String details) {

    /** Without what it says. */
    @Override
    public String toString() {
        return "MessageDetails[" + id + "]";
    }
}
