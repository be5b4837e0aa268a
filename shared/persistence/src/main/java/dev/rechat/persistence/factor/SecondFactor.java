package dev.rechat.persistence.factor;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The authenticator app of an account.
 *
 * @param secretSealed what the app and we share, sealed for this account
 * @param confirmedAt when its first code was right; it is not asked for before
 * @param lastStep the time step of the last code that was taken
 */
@MappedEntity("second_factors")
public record SecondFactor(
        @Id @IdColumn UserId userId,
        String secretSealed,
        Instant createdAt,
        @Nullable Instant confirmedAt,
        @Nullable Long lastStep) {

    public boolean confirmed() {
        return confirmedAt != null;
    }

    @Override
    public String toString() {
        return "SecondFactor[userId=" + userId + ", confirmedAt=" + confirmedAt + "]";
    }
}
