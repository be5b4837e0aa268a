package dev.rechat.persistence.turn;

import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a form stands. */
@Introspected
public record FormStanding(
        @IdColumn TurnId turnId,
        String formId,
        FormState state,
        @Nullable Instant expiresAt) {

    /** Nobody is told when a form expires that nobody waits for. */
    public FormState at(Instant now) {
        boolean late = state == FormState.OPEN && expiresAt != null && !expiresAt.isAfter(now);
        return late ? FormState.EXPIRED : state;
    }
}
