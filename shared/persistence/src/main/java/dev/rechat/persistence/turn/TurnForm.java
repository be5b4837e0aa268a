package dev.rechat.persistence.turn;

import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A form that a paused turn waits for.
 *
 * @param formId Dify's
 * @param formToken what it is addressed by at Dify; never leaves the server. Null when it cannot be filled in through us
 * @param definition the event that told of it, as JSON
 */
@MappedEntity("turn_forms")
public record TurnForm(
        @Id @IdColumn TurnId turnId,
        @Id String formId,
        @IdColumn UserId userId,
        @Nullable String formToken,
        String definition,
        FormState state,
        @Nullable Instant expiresAt,
        Instant createdAt) {

    /** Without the token and what the form says. */
    @Override
    public String toString() {
        return "TurnForm[" + turnId + " " + formId + ", " + state + "]";
    }
}
