package dev.rechat.persistence.budget;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import dev.rechat.persistence.turn.TurnStatus;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A charge as administrators see it.
 *
 * @param userId null when neither the turn nor its row in the ledger is there any more, as {@code appId} and {@code status}
 */
@Introspected
public record TurnCharge(
        @IdColumn TurnId turnId,
        @Nullable @IdColumn UserId userId,
        @Nullable @IdColumn AppId appId,
        @Nullable TurnStatus status,
        BigDecimal amount,
        @TypeDef(type = DataType.BOOLEAN) boolean settled,
        Instant createdAt) {}
