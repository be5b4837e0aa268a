package dev.rechat.persistence.budget;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.BudgetId;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent. A turn counts against every budget whose person, group and app it matches.
 *
 * @param currency of measure {@code MONEY}; else empty
 * @param perPerson whether everybody has the amount to themselves, or all share it
 * @param userId null for everybody, as {@code groupId} and {@code appId}
 * @param reserve what a turn is taken to cost until the counter knows better
 */
@MappedEntity("budgets")
public record Budget(
        @Id @IdColumn BudgetId id,
        String name,
        BudgetMeasure measure,
        String currency,
        BigDecimal amount,
        BudgetPeriod period,
        boolean perPerson,
        @Nullable @IdColumn UserId userId,
        @Nullable @IdColumn GroupId groupId,
        @Nullable @IdColumn AppId appId,
        BigDecimal reserve,
        boolean enabled,
        Instant createdAt,
        Instant updatedAt) {

    /** Decimal places that are kept of every figure. */
    public static final int SCALE = 10;

    /** Whose counter a person's turns go to. */
    public String personFor(UserId user) {
        return perPerson ? user.toString() : BudgetCounter.EVERYBODY;
    }
}
